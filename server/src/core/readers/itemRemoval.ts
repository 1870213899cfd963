/**
 * The text to delete so that an item is gone and what stays is valid: an item of a list with its comma, `key = value` with
 * its line. For formats with commas between items, with one behind the last allowed, and comments that `#` begins.
 */

import type { TextSpan } from "../reference.ts";
import { skipAt } from "./characters.ts";

export function removalOf(text: string, item: TextSpan): TextSpan {
  const comma = skipAt(BLANK, text, item.end);
  const hasComma = text[comma] === ",";
  const end = hasComma ? comma + 1 : item.end;

  const start = skipSpaceBackwards(text, item.start);
  const behindLine = skipAt(REST_OF_LINE, text, end);
  if (isLineEdge(text[start - 1]) && isLineEdge(text[behindLine])) {
    return { start, end: skipAt(LINE_BREAK, text, behindLine) };
  }
  if (hasComma) return { start: item.start, end: skipAt(SPACE, text, end) };
  const before = skipBlankBackwards(text, item.start);
  return { start: text[before - 1] === "," ? before - 1 : item.start, end };
}

const BLANK = /[ \t\r\n]*/y;
const SPACE = /[ \t]*/y;
const LINE_BREAK = /\r?\n|\r/y;
/** Space and a comment, as long as nothing else follows. */
const REST_OF_LINE = /[ \t]*(?:#[^\r\n]*)?/y;

function isLineEdge(character: string | undefined): boolean {
  return character === undefined || character === "\n" || character === "\r";
}

function skipSpaceBackwards(text: string, end: number): number {
  let start = end;
  while (text[start - 1] === " " || text[start - 1] === "\t") start--;
  return start;
}

function skipBlankBackwards(text: string, end: number): number {
  let start = end;
  while (start > 0 && " \t\r\n".includes(text[start - 1]!)) start--;
  return start;
}
