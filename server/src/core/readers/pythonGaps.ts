/** What stands between two tokens of Python and means nothing there: white space, continued lines; within brackets also comments and line ends. */

import { skipAt } from "./characters.ts";
import { skipSpace } from "./pythonStatements.ts";

const TAB = 9;
const LF = 10;
const FORM_FEED = 12;
const CR = 13;
const SPACE = 32;

const LINE_END_OR_COMMENT = /[\r\n]|#[^\r\n]*/y;

/** The offset behind a gap within brackets that begins at `start`. */
export function gapEnd(text: string, start: number): number {
  for (let end = start; ; ) {
    const position = skipSpace(text, end);
    end = skipAt(LINE_END_OR_COMMENT, text, position);
    if (end === position) return end;
  }
}

/**
 * The offset where the gap begins that ends at `end`.
 * @param commentStarts where the comments so far begin, by their ends: seen from its end, a comment looks like code
 */
export function gapStart(
  text: string,
  end: number,
  isInBrackets: boolean,
  commentStarts: ReadonlyMap<number, number>,
): number {
  for (let start = end; ; ) {
    const code = text.charCodeAt(start - 1);
    if (code === SPACE || code === TAB || code === FORM_FEED) {
      start--;
      continue;
    }
    if (code !== LF && code !== CR) return start;
    const lineEnd = start - (text.startsWith("\r\n", start - 2) ? 2 : 1);
    const isContinued = text[lineEnd - 1] === "\\" && !commentStarts.has(lineEnd);
    if (!isContinued && !isInBrackets) return start;
    start = isContinued ? lineEnd - 1 : (commentStarts.get(lineEnd) ?? lineEnd);
  }
}
