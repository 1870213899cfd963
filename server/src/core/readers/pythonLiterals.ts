/**
 * Literal lists, tuples, dictionaries and calls of Python source: the strings in them, never what an expression would come
 * to. Half-typed ones end where the next begins.
 */

import type { TextSpan } from "../reference.ts";
import type { Excerpt } from "./excerpt.ts";
import { walkStatements } from "./pythonStatements.ts";
import { stringsAt } from "./pythonStrings.ts";

/** Source in which every character of a string is a quote and every character of a comment a blank; places stay. */
export function maskStrings(text: string): string {
  let code = "";
  let end = 0;
  function mask(start: number, stop: number, filler: string): void {
    code += text.slice(end, start) + filler.repeat(stop - start);
    end = stop;
  }
  walkStatements(text, {
    statement: (start) => start,
    parenthesis: () => {},
    string: (start, stop) => mask(start, stop, '"'),
    comment: (start, stop) => mask(start, stop, " "),
  });
  return code + text.slice(end);
}

const OPENING = /[([{]/;
const BRACKET_OR_COMMA = /[()[\]{},]/g;

/** The items between a bracket and the one that closes it, trimmed; `limit` is where an unclosed one ends. */
export function bracketItems(code: string, bracket: number, limit: number): TextSpan[] {
  const items: TextSpan[] = [];
  let depth = 1;
  let start = bracket + 1;
  BRACKET_OR_COMMA.lastIndex = start;
  for (
    let match = BRACKET_OR_COMMA.exec(code);
    match !== null && match.index < limit;
    match = BRACKET_OR_COMMA.exec(code)
  ) {
    const character = match[0];
    if (OPENING.test(character)) depth++;
    else if (character !== ",") depth--;
    if (depth > 1 || (depth === 1 && character !== ",")) continue;
    add(start, match.index);
    start = match.index + 1;
    if (depth === 0) return items;
  }
  add(start, limit);
  return items;

  function add(from: number, to: number): void {
    const item = code.slice(from, to);
    const trimmed = item.trim();
    const first = from + item.indexOf(trimmed);
    if (trimmed !== "") items.push({ start: first, end: first + trimmed.length });
  }
}

/** What an item says that is nothing but a string, or several side by side; null for every other expression. */
export function stringItem(text: string, code: string, item: TextSpan): Excerpt | null {
  const strings = stringsAt(text, code, item.start, true);
  return strings !== null && strings.end >= item.end ? strings.content : null;
}
