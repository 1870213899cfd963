/** What the scalars of YAML say, in each way to write them. */

import type { Scalar } from "yaml";
import { textWithEscapes } from "./escapes.ts";
import { type Excerpt, excerptOf, joinPieces, type Piece } from "./excerpt.ts";

/** What a scalar says. */
export function excerptOfScalar(text: string, { range, type }: Scalar<string>): Excerpt {
  const [start, end] = range!;
  switch (type) {
    case "QUOTE_DOUBLE": {
      const written = text.slice(start + 1, end - 1);
      const { pieces } = textWithEscapes(written, { start, end }, start + 1);
      return joinPieces(withoutLineBreaks(text, pieces ?? [{ text: written, offset: start + 1 }]));
    }
    case "QUOTE_SINGLE":
      return joinPieces(withoutLineBreaks(text, folded(text, start + 1, end - 1, /''/g, "'")));
    case "BLOCK_LITERAL":
      return excerptOf(text, { start: endOfHeader(text, start, end), end });
    case "BLOCK_FOLDED":
      return joinPieces(folded(text, endOfHeader(text, start, end), end, LINE_BREAK_IN_TEXT, " "));
    default:
      return joinPieces(folded(text, start, end, LINE_BREAK_IN_TEXT, " "));
  }
}

/** A line break that folding makes a space of; an empty line is what makes a break. */
const LINE_BREAK_IN_TEXT = /(?=[\r\n])(?<![\r\n][ \t]*)(?:\r\n|[\r\n])(?![ \t]*[\r\n])/g;

/** Folds what is written between escapes. */
function withoutLineBreaks(text: string, pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) =>
    piece.length === undefined
      ? folded(text, piece.offset, piece.offset + piece.text.length, LINE_BREAK_IN_TEXT, " ")
      : piece,
  );
}

function folded(text: string, start: number, end: number, pattern: RegExp, meaning: string): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const offset = start + match.index;
    pieces.push({ text: text.slice(from, offset), offset: from });
    pieces.push({ text: meaning, offset, length: match[0].length });
    from = offset + match[0].length;
  }
  pieces.push({ text: text.slice(from, end), offset: from });
  return pieces;
}

/** The `|` or `>` of a block with what stands in its line. */
function endOfHeader(text: string, start: number, end: number): number {
  const lineBreak = text.indexOf("\n", start);
  return lineBreak < 0 ? end : Math.min(lineBreak + 1, end);
}
