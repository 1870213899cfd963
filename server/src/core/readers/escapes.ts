/** Strings with backslashes, as TOML and JSON write them: what they say, and which of their parts say it in other words. */

import type { TextSpan } from "../reference.ts";
import type { Piece } from "./excerpt.ts";
import type { TextValue } from "./writtenValues.ts";

/**
 * The escapes of TOML 1.1, which has all of TOML 1.0's, and of JSON. A backslash at the end of a line of a
 * multi-line string takes all white space up to the next character away.
 */
const ESCAPE =
  /\\(?:([btnfre"\\/])|(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8}))|[ \t]*\r?\n[ \t\r\n]*)/g;

const MEANINGS: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  e: "\x1b",
};

/**
 * A string that may hold escapes. A backslash that begins none stays what it is.
 * @param written the text between the quotes
 */
export function textWithEscapes(written: string, span: TextSpan, contentStart: number): TextValue {
  if (!written.includes("\\")) return textAsWritten(written, span, contentStart);
  const pieces = piecesBetweenEscapes(written, contentStart, ESCAPE, meaningOf);
  return { kind: "text", value: pieces.map((piece) => piece.text).join(""), span, contentStart, pieces };
}

/**
 * What a text with escapes in it says, piece by piece.
 * @param pattern of an escape, global
 * @param meaningOf null for what is no escape after all
 */
export function piecesBetweenEscapes(
  written: string,
  offset: number,
  pattern: RegExp,
  meaningOf: (match: RegExpExecArray) => string | null,
): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of written.matchAll(pattern)) {
    const meaning = meaningOf(match);
    if (meaning === null) continue;
    if (match.index > end) pieces.push({ text: written.slice(end, match.index), offset: offset + end });
    pieces.push({ text: meaning, offset: offset + match.index, length: match[0].length });
    end = match.index + match[0].length;
  }
  if (end < written.length) pieces.push({ text: written.slice(end), offset: offset + end });
  return pieces;
}

export function textAsWritten(value: string, span: TextSpan, contentStart: number): TextValue {
  return { kind: "text", value, span, contentStart, pieces: null };
}

/** Null for a number beyond Unicode. */
function meaningOf([, letter, ...digits]: RegExpExecArray): string | null {
  if (letter !== undefined) return MEANINGS[letter] ?? letter;
  const codePoint = Number.parseInt(digits.find((each) => each !== undefined) ?? "", 16);
  if (Number.isNaN(codePoint)) return "";
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : null;
}
