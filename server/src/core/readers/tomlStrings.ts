/** TOML's four kinds of strings. One that nothing closes ends at the end of its line, so that the next line is read as itself. */

import type { TextSpan } from "../reference.ts";
import { skipAt } from "./characters.ts";
import { textAsWritten, textWithEscapes } from "./escapes.ts";
import type { TextValue } from "./writtenValues.ts";

type Quote = '"' | "'";

export function isQuote(character: string | undefined): character is Quote {
  return character === '"' || character === "'";
}

/** A string in one line. Takes the offset of its quote. */
export function readLineString(text: string, start: number): TextValue {
  const quote = text[start] as Quote;
  const end = contentEnd(text, start);
  const behind = text[end] === quote ? end + 1 : end;
  const written = text.slice(start + 1, end);
  return textWithin(quote, written, { start, end: behind }, start + 1);
}

/** The offset behind a string in one line; null where nothing closes it. */
export function skipLineString(text: string, start: number): number | null {
  const end = contentEnd(text, start);
  return text[end] === text[start] ? end + 1 : null;
}

/** A function that reads the string of any kind whose quotes begin at an offset. */
export function stringReader(text: string): (start: number) => TextValue {
  // What closes one string would close every other that is open before it: to look but once keeps the time linear.
  const closings = { '"': -1, "'": -1 };

  return function readString(start) {
    const quote = text[start] as Quote;
    if (!text.startsWith(quote.repeat(3), start)) return readLineString(text, start);

    if (closings[quote] < start + 3) closings[quote] = closingQuotes(text, quote, start + 3);
    const closing = closings[quote];
    // Up to two of the quotes before the closing ones belong to the string.
    const behind = closing < text.length ? skipAt(CLOSING[quote], text, closing) : closing;
    if (!isClosed(text, behind)) {
      const end = skipAt(REST_OF_LINE, text, start);
      return textWithin(quote, text.slice(start + 3, end), { start, end }, start + 3);
    }
    const contentStart = skipAt(LINE_BREAK, text, start + 3);
    return textWithin(quote, text.slice(contentStart, behind - 3), { start, end: behind }, contentStart);
  };
}

function textWithin(quote: Quote, written: string, span: TextSpan, contentStart: number): TextValue {
  const read = quote === '"' ? textWithEscapes : textAsWritten;
  return read(written, span, contentStart);
}

const UNTIL_QUOTE = /[^"\\\r\n]*/y;
const UNTIL_APOSTROPHE = /[^'\r\n]*/y;
const ESCAPED = /\\[^\r\n]?/y;
const LINE_BREAK = /\r?\n/y;
const REST_OF_LINE = /[^\r\n]*/y;
const CLOSING = { '"': /"{3,5}/y, "'": /'{3,5}/y };

/** Of a string in one line, the offset of the closing quote, or the end of the line where there is none. */
function contentEnd(text: string, start: number): number {
  if (text[start] === "'") return skipAt(UNTIL_APOSTROPHE, text, start + 1);
  let end = skipAt(UNTIL_QUOTE, text, start + 1);
  while (text[end] === "\\") end = skipAt(UNTIL_QUOTE, text, skipAt(ESCAPED, text, end));
  return end;
}

/** The offset of the quotes that close a string whose text begins at `start`; infinite where there are none. */
function closingQuotes(text: string, quote: Quote, start: number): number {
  const triple = quote.repeat(3);
  let found = text.indexOf(triple, start);
  while (found >= 0 && quote === '"' && isEscaped(text, found)) found = text.indexOf(triple, found + 1);
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text[start - 1] === "\\") start--;
  return (offset - start) % 2 === 1;
}

const BEHIND_VALUE = /[ \t]*(?:[\r\n,\]}#]|$)/y;

/** Quotes with a word right behind them open another string: the one before it has lost its end. */
function isClosed(text: string, behind: number): boolean {
  BEHIND_VALUE.lastIndex = behind;
  return behind <= text.length && BEHIND_VALUE.test(text);
}
