/**
 * Character classes of the readers, written as the inside of a regular expression's brackets.
 * Python's idea of white space differs from JavaScript's: U+FEFF is none, U+0085 and U+001C to U+001F are.
 */

import type { TextSpan } from "../reference.ts";

/** White space in the sense of Python's `str.isspace`, line breaks included. */
export const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

/** Each of them ends a line in the sense of Python's `str.splitlines`; CR LF is one end. */
export const LINE_BREAK = "\\n-\\r\\x1c-\\x1e\\x85\\u2028\\u2029";

/**
 * Letters and digits, and everything beyond ASCII that is no white space: a name with a Cyrillic letter,
 * a full-width one or an invisible control in it is read as one whole name, so that a rule can warn of it.
 */
export const LETTER =
  "A-Za-z0-9\\x80-\\x84\\x86-\\x9f\\xa1-\\u167f\\u1681-\\u1fff\\u200b-\\u2027\\u202a-\\u202e\\u2030-\\u205e" +
  "\\u2060-\\u2fff\\u3001-\\uffff";

const BLANK_CHARACTER = new RegExp(`[${BLANK}]`);

/** What Python's `str.strip` leaves of a text; of white space alone, nothing at its start. */
export function stripped(text: string): TextSpan {
  let end = text.length;
  while (end > 0 && isBlank(text, end - 1)) end--;
  let start = 0;
  while (start < end && isBlank(text, start)) start++;
  return { start, end };
}

/** Most characters are plain ones, which a comparison tells faster than an expression. */
function isBlank(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return (code <= SPACE || code > TILDE) && BLANK_CHARACTER.test(text.charAt(offset));
}

const SPACE = 32;
const TILDE = 126;

/** The text that a sticky expression matches at an offset, or null. */
export function matchAt(sticky: RegExp, text: string, offset: number): string | null {
  sticky.lastIndex = offset;
  return sticky.exec(text)?.[0] ?? null;
}

/** The offset behind what a sticky expression matches; the given offset where it does not match. */
export function skipAt(sticky: RegExp, text: string, offset: number): number {
  sticky.lastIndex = offset;
  return sticky.test(text) ? sticky.lastIndex : offset;
}
