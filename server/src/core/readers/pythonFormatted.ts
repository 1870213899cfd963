/**
 * Where formatted strings of Python end, `f"{x}"` and `t"{x}"`: since Python 3.12 (PEP 701) the code in their braces may hold
 * any string, also with the quotes of the string around it, so that the next quote need not be the last.
 */

import { skipAt } from "./characters.ts";

/** Whether the letters before a quote make the string a formatted one. */
export function isFormatted(text: string, quote: number): boolean {
  let start = quote;
  while (isLetter(text.charCodeAt(start - 1))) start--;
  return /^(?:[ft]r?|r[ft])$/i.test(text.slice(start, quote));
}

/** Deeper than Python itself goes. */
const deepest = 200;

/**
 * The offset behind the string whose quotes are at `start`, or -1 where it does not come to its end, as where somebody is
 * still typing. With one quote its text keeps to a line, though its code need not.
 * @param quotes one quote or three
 */
export function formattedStringEnd(text: string, start: number, quotes: string, depth = 0): number {
  if (depth > deepest) return -1;
  let position = start + quotes.length;
  while (position < text.length) {
    if (text.startsWith(quotes, position)) return position + quotes.length;
    const character = text[position];
    if (quotes.length === 1 && isLineBreak(character)) return -1;
    if (character === "\\") position = escapeEnd(text, position);
    else if (character === "{" && text[position + 1] === "{") position += 2;
    else if (character === "{") {
      position = fieldEnd(text, position + 1, quotes, depth);
      if (position < 0) return -1;
    } else position++;
  }
  return -1;
}

/** The offset behind the brace that closes the replacement field whose code begins at `start`, or -1. */
function fieldEnd(text: string, start: number, quotes: string, depth: number): number {
  let open = 0;
  let position = start;
  while (position < text.length) {
    const character = text[position]!;
    if (character === "}" && open === 0) return position + 1;
    if (character === ":" && open === 0) return specificationEnd(text, position + 1, quotes, depth);
    if (character === '"' || character === "'") {
      position = nestedStringEnd(text, position, depth);
      if (position < 0) return -1;
      continue;
    }
    if (character === "#") {
      position = skipAt(REST_OF_LINE, text, position);
      continue;
    }
    if ("([{".includes(character)) open++;
    else if (")]}".includes(character)) open--;
    position++;
  }
  return -1;
}

/** `>{width}` in `f"{x:>{width}}"`: text in which only braces mean something. */
function specificationEnd(text: string, start: number, quotes: string, depth: number): number {
  let position = start;
  while (position < text.length) {
    if (text.startsWith(quotes, position)) return -1;
    const character = text[position];
    if (character === "}") return position + 1;
    if (character === "\\") position = escapeEnd(text, position);
    else if (character === "{") {
      if (depth >= deepest) return -1;
      position = fieldEnd(text, position + 1, quotes, depth + 1);
      if (position < 0) return -1;
    } else position++;
  }
  return -1;
}

/** The offset behind a backslash and what it takes the meaning of: a quote, a line's end, but never a brace. */
function escapeEnd(text: string, backslash: number): number {
  const escaped = text[backslash + 1];
  if (escaped === "{" || escaped === "}") return backslash + 1;
  return backslash + (text.startsWith("\r\n", backslash + 1) ? 3 : 2);
}

function nestedStringEnd(text: string, quote: number, depth: number): number {
  const character = text[quote]!;
  const quotes = text.startsWith(character.repeat(3), quote) ? character.repeat(3) : character;
  if (isFormatted(text, quote)) return formattedStringEnd(text, quote, quotes, depth + 1);
  for (let position = quote + quotes.length; position < text.length; position++) {
    if (text[position] === "\\") position++;
    else if (text.startsWith(quotes, position)) return position + quotes.length;
  }
  return -1;
}

const REST_OF_LINE = /[^\r\n]*/y;

function isLineBreak(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    (code >= 48 && code <= 57) ||
    code > 127
  );
}
