/** TOML's keys, `tool."name with a dot.".dependencies`, and how a line that begins with one is told from an item of a list. */

import { skipAt } from "./characters.ts";
import { textAsWritten } from "./escapes.ts";
import { deepest } from "./openValues.ts";
import { isQuote, readLineString, skipLineString } from "./tomlStrings.ts";
import type { TextValue } from "./writtenValues.ts";

/** Reads dotted keys from an offset on; none where there is no key. `end` is the offset behind the white space after them. */
export function readKeys(text: string, start: number): { keys: TextValue[]; end: number } {
  const keys: TextValue[] = [];
  let position = skipAt(SPACE, text, start);
  for (;;) {
    const key = readKey(text, position);
    if (key === null) return { keys, end: position };
    if (keys.length < deepest) keys.push(key);
    position = skipAt(SPACE, text, key.span.end);
    if (text[position] !== ".") return { keys, end: position };
    position = skipAt(SPACE, text, position + 1);
  }
}

const SPACE = /[ \t]*/y;
/** More than TOML takes without quotes, so that a name with a Cyrillic letter is read as a whole. */
const BARE_KEY = /[^ \t\r\n.=[\]{},"'#]*/y;

function readKey(text: string, start: number): TextValue | null {
  if (isQuote(text[start])) return readLineString(text, start);
  const end = skipAt(BARE_KEY, text, start);
  if (end === start) return null;
  return textAsWritten(text.slice(start, end), { start, end }, start);
}

/** Whether `key =` stands at the offset, which cannot be in a list. */
export function isKeyAt(text: string, offset: number): boolean {
  let position = offset;
  for (;;) {
    const end = isQuote(text[position]) ? skipLineString(text, position) : skipAt(BARE_KEY, text, position);
    if (end === null || end === position) return false;
    position = skipAt(SPACE, text, end);
    if (text[position] !== ".") return text[position] === "=";
    position = skipAt(SPACE, text, position + 1);
  }
}

/** Whether a table header, be it half of one, begins at the offset within a list, where lists can begin as well. */
export function isHeaderInList(text: string, offset: number): boolean {
  HEADER.lastIndex = offset;
  return HEADER.test(text);
}

/** In a list no bare word can stand but these four. */
const HEADER = /\[\[?[ \t]*(?!(?:true|false|inf|nan)[ \t]*(?:[,\]#\r\n]|$))[A-Za-z_]/y;
