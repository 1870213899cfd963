/**
 * The logical lines of a requirements file, as pip makes them: a backslash at the end of a line joins the next one,
 * then the comment is cut off. Places in the joined line lead back to offsets in the file.
 */

import type { TextSpan } from "../reference.ts";
import { BLANK, LINE_BREAK } from "./characters.ts";

export interface LogicalLine {
  /** What the line says, joined and without its comment. */
  readonly content: string;
  /** With the white space before its `#`; empty where there is none. */
  readonly comment: string;
  /** The whole of it in the file, without the last line break. */
  readonly span: TextSpan;
  /** The line and one line break, its own or else the one before: delete this and no empty line stays behind. */
  readonly removal: TextSpan;
  /** The place in the file of a part of `content`, which must not be empty. Where a backslash splits the part, the place includes it. */
  locate(part: TextSpan): TextSpan;
}

/** One physical line of a logical one: it begins at `position` of the joined text and at `offset` of the file. */
interface Piece {
  readonly text: string;
  readonly position: number;
  readonly offset: number;
}

/** Python's `str.splitlines` breaks at all of these, and pip with it. */
const LINE_END = new RegExp(`\\r\\n|[${LINE_BREAK}]`, "g");
const COMMENT = new RegExp(`(?:^|[${BLANK}])#`);
const COMMENT_LINE = new RegExp(`^[${BLANK}]*#`);

export function* logicalLines(text: string): Generator<LogicalLine> {
  let pieces: Piece[] = [];
  let start = text.startsWith("\ufeff") ? 1 : 0;
  let breakBefore = start;

  for (let lineStart = start; lineStart < text.length; ) {
    LINE_END.lastIndex = lineStart;
    const lineBreak = LINE_END.exec(text);
    const lineEnd = lineBreak?.index ?? text.length;
    const nextStart = lineEnd + (lineBreak?.[0].length ?? 0);

    const line = text.slice(lineStart, lineEnd);
    // A comment is never continued, and ends the line that would be continued by it.
    const isComment = COMMENT_LINE.test(line);
    const isContinued = !isComment && line.endsWith("\\");
    if (!isComment) pieces = append(pieces, isContinued ? withoutBackslashes(line) : line, lineStart);

    if (!isContinued || lineBreak === null) {
      const removal = lineBreak === null ? { start: breakBefore, end: lineEnd } : { start, end: nextStart };
      yield join(pieces, isComment ? line : "", { start, end: lineEnd }, removal);
      pieces = [];
      start = nextStart;
      breakBefore = lineEnd;
    }
    lineStart = nextStart;
  }
}

function append(pieces: Piece[], text: string, offset: number): Piece[] {
  const last = pieces.at(-1);
  pieces.push({ text, position: last === undefined ? 0 : last.position + last.text.length, offset });
  return pieces;
}

function withoutBackslashes(line: string): string {
  let end = line.length;
  while (line[end - 1] === "\\") end--;
  return line.slice(0, end);
}

function join(pieces: readonly Piece[], commentLine: string, span: TextSpan, removal: TextSpan): LogicalLine {
  const joined = pieces.map((piece) => piece.text).join("");
  const cut = joined.includes("#") ? joined.search(COMMENT) : -1;
  return {
    content: cut < 0 ? joined : joined.slice(0, cut),
    comment: (cut < 0 ? "" : joined.slice(cut)) + commentLine,
    span,
    removal,
    locate: ({ start, end }) => ({
      start: offsetOf(pieces, start),
      end: offsetOf(pieces, end - 1) + 1,
    }),
  };
}

/** Binary search: a line may have as many pieces as the file has lines. */
function offsetOf(pieces: readonly Piece[], position: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.position <= position) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low]!;
  return piece.offset + position - piece.position;
}
