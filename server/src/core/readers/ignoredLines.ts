/** The ignore comments of formats in which `#` begins a comment and a backslash continues a line. */

import type { IgnoreComment } from "../reference.ts";
import { skipAt } from "./characters.ts";
import { readIgnoreComment } from "./ignoreComments.ts";
import { lineStart } from "./lines.ts";

const COMMENT = /(?<!\S)#[ \t]*namesake:[^\r\n]*/gi;

/** A comment at the end of a continued line silences all of that line. */
export function readIgnoredLines(text: string): IgnoreComment[] {
  const ignores: IgnoreComment[] = [];
  let earliest = 0;
  for (const { 0: comment, index } of text.matchAll(COMMENT)) {
    const codes = readIgnoreComment(comment);
    const end = index + comment.length;
    if (codes !== null)
      ignores.push({ line: { start: startOfContinued(text, index, earliest), end }, codes });
    earliest = skipAt(LINE_BREAK, text, end);
  }
  return ignores;
}

const LINE_BREAK = /\r\n|[\r\n]?/y;
const CONTINUED = /\\(?:\r\n|\r|\n)$/;

function startOfContinued(text: string, offset: number, earliest: number): number {
  let start = lineStart(text, offset);
  while (start > earliest && CONTINUED.test(text.slice(Math.max(0, start - 3), start))) {
    start = lineStart(text, start - (text.startsWith("\r\n", start - 2) ? 2 : 1));
  }
  return Math.max(start, earliest);
}
