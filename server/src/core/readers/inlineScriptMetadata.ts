/** Inline script metadata, PEP 723: TOML in the comments of a Python script, between `# /// script` and `# ///`. */

import { nothingRead, type Reading } from "../reference.ts";
import { readProjectTables } from "./projectTables.ts";
import { readToml } from "./toml.ts";

/** The comments that silence a line are left to the reader of the whole script. */
export function readInlineScriptMetadata(text: string): Reading {
  const start = startOfMetadata(text);
  if (start === null) return nothingRead;
  // All but the block is made blank, so that every place in the TOML is the place in the script.
  const toml = " ".repeat(start) + withoutHashes(text.slice(start, endOfMetadata(text, start)));
  return readProjectTables(text, readToml(toml).root, ["dependencies"]);
}

const OPENING = /^# \/\/\/ script[ \t]*(?:\r?\n|\r)/m;
const CLOSING = /^# \/\/\/[ \t]*$/gm;
const COMMENT_LINE = /#[^\r\n]*(?:\r?\n|\r|$)/y;

function startOfMetadata(text: string): number | null {
  // Few scripts have a block, and to look for a plain text, the shorter the better, is far cheaper than to try an expression at every line.
  if (!text.includes("///") || !text.includes("# /// script")) return null;
  const opening = OPENING.exec(text);
  return opening && opening.index + opening[0].length;
}

/** The last closing line of the comment lines counts; a block that is not closed yet has all of them. */
function endOfMetadata(text: string, start: number): number {
  let end = start;
  for (;;) {
    COMMENT_LINE.lastIndex = end;
    if (!COMMENT_LINE.test(text)) break;
    end = COMMENT_LINE.lastIndex;
  }
  const closing = [...text.slice(start, end).matchAll(CLOSING)].at(-1);
  return closing === undefined ? end : start + closing.index;
}

function withoutHashes(block: string): string {
  return block.replace(/^#/gm, " ");
}
