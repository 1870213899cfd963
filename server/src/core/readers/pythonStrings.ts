/** What strings of Python say: their escapes, and those side by side, which Python joins. */

import { matchAt, skipAt } from "./characters.ts";
import { piecesBetweenEscapes } from "./escapes.ts";
import { type Excerpt, joinPieces, type Piece } from "./excerpt.ts";
import { skipSpace } from "./pythonStatements.ts";

const PREFIX = /[A-Za-z]{0,2}(?=")/y;
const QUOTES = /"+/y;

/**
 * The strings that begin at an offset; null where none does. Of one that is not closed yet nothing is taken.
 * @param code the same source with its strings masked
 * @param isInBrackets where a string may stand in the next line too
 */
export function stringsAt(
  text: string,
  code: string,
  start: number,
  isInBrackets: boolean,
): { content: Excerpt; end: number } | null {
  const pieces: Piece[] = [];
  let end: number | null = null;
  let masked = 0;
  let position = start;
  for (
    let prefix = matchAt(PREFIX, code, position);
    prefix !== null;
    prefix = matchAt(PREFIX, code, position)
  ) {
    const quote = position + prefix.length;
    // Strings that touch are one run in the mask: to look for its end but once keeps the time linear.
    if (quote >= masked) masked = skipAt(QUOTES, code, quote);
    const string = contentOf(text, quote, masked);
    if (string.isClosed) pieces.push(...piecesOf(text.slice(string.start, string.end), string.start, prefix));
    // The code within a formatted string may hold the quotes that seem to end it.
    end = /[ft]/i.test(prefix) ? masked : string.behind;
    position = skipBlank(code, end, isInBrackets);
  }
  return end === null ? null : { content: joinPieces(pieces), end };
}

/** The offset behind white space, which within brackets goes on over the ends of lines. */
export function skipBlank(code: string, start: number, isInBrackets: boolean): number {
  let end = skipSpace(code, start);
  while (isInBrackets && (code[end] === "\n" || code[end] === "\r")) end = skipSpace(code, end + 1);
  return end;
}

function contentOf(text: string, quote: number, masked: number) {
  const triple = text.startsWith(text.charAt(quote).repeat(3), quote) ? 3 : 1;
  const written = text.slice(quote, quote + triple);
  const start = quote + triple;
  let end = start;
  while (end < masked && !text.startsWith(written, end)) end += text[end] === "\\" ? 2 : 1;
  const isClosed = end + triple <= masked;
  return { start, end, behind: isClosed ? end + triple : masked, isClosed };
}

const ESCAPE =
  /\\(?:([abfnrtv\\'"])|([0-7]{1,3})|x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(?:\r\n|[\r\n]))/g;
const MEANINGS: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

function piecesOf(written: string, offset: number, prefix: string): Piece[] {
  if (/r/i.test(prefix) || !written.includes("\\")) return [{ text: written, offset }];
  return piecesBetweenEscapes(written, offset, ESCAPE, meaningOf);
}

function meaningOf([, letter, octal, ...digits]: RegExpExecArray): string | null {
  if (letter !== undefined) return MEANINGS[letter] ?? letter;
  const hexadecimal = digits.find((each) => each !== undefined);
  if (octal === undefined && hexadecimal === undefined) return "";
  const codePoint = octal === undefined ? Number.parseInt(hexadecimal!, 16) : Number.parseInt(octal, 8);
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : null;
}
