/** Where the quotes of a shell end. */

import { skipAt } from "./characters.ts";

const UNTIL_DOUBLE_QUOTE = /[^"\\]*/y;
const UNTIL_SINGLE_QUOTE = /[^'\\]*/y;

/** The offset of the `'` that closes the one at `start`, before `end`; null where none does. */
export function singleQuoteEnd(script: string, start: number, end: number): number | null {
  return before(script.indexOf("'", start + 1), end);
}

/** The same for `$'…'`, where a backslash escapes the quote. */
export function escapedQuoteEnd(script: string, start: number, end: number): number | null {
  return before(unescaped(UNTIL_SINGLE_QUOTE, script, start + 1), end);
}

/** The same for `"…"`, without a look at what may be nested in it. */
export function doubleQuoteEnd(script: string, start: number, end: number): number | null {
  return before(unescaped(UNTIL_DOUBLE_QUOTE, script, start + 1), end);
}

// A search that comes to the end in vain was the last of its kind: all further quotes are escaped. So a walk is linear.
function unescaped(until: RegExp, script: string, start: number): number {
  let position = skipAt(until, script, start);
  while (script[position] === "\\") position = skipAt(until, script, position + 2);
  return position < script.length ? position : -1;
}

function before(position: number, end: number): number | null {
  return position >= 0 && position < end ? position : null;
}
