/**
 * Literal lists, tuples, dictionaries and calls of Python source: the strings in them, never what an expression would come
 * to. Half-typed ones end where the next begins.
 */

import type { TextSpan } from "../reference.ts";
import { textWithEscapes } from "./escapes.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";
import { walkStatements } from "./pythonStatements.ts";
import { excerptOfText } from "./writtenValues.ts";

/** Source in which every character of a string is a quote and every character of a comment a blank; places stay. */
export function maskStrings(text: string): string {
  let code = "";
  let end = 0;
  function mask(start: number, stop: number, filler: string): void {
    if (start < end) return;
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
export function bracketItems(
  code: string,
  bracket: number,
  limit: number,
): { items: TextSpan[]; end: number } {
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
    if (depth === 0) return { items, end: start };
  }
  add(start, limit);
  return { items, end: limit };

  function add(from: number, to: number): void {
    const item = code.slice(from, to);
    const trimmed = item.trim();
    const first = from + item.indexOf(trimmed);
    if (trimmed !== "") items.push({ start: first, end: first + trimmed.length });
  }
}

const STRINGS = /^([A-Za-z]{0,2})"+(?:(?:\s+[A-Za-z]{0,2}|[A-Za-z]{1,2})"+){0,99}$/;

/**
 * What an item says that is nothing but a string; null for every other expression. Of strings side by side, which Python
 * joins, it is the first, where that has more in it than a name.
 */
export function stringItem(text: string, code: string, item: TextSpan): Excerpt | null {
  const prefix = STRINGS.exec(code.slice(item.start, item.end))?.[1];
  if (prefix === undefined) return null;
  const content = stringContent(text, item.start + prefix.length);
  const isAlone = content.behind >= item.end;
  if (!isAlone && !/[\s<>=!~;@[(]/.test(text.slice(content.start, content.end))) return null;
  if (/r/i.test(prefix)) return excerptOf(text, content);
  return excerptOfText(textWithEscapes(text.slice(content.start, content.end), content, content.start));
}

function stringContent(text: string, quote: number): TextSpan & { behind: number } {
  const triple = text.startsWith(text.charAt(quote).repeat(3), quote) ? 3 : 1;
  const written = text.slice(quote, quote + triple);
  let end = quote + triple;
  while (end < text.length && !text.startsWith(written, end)) end += text[end] === "\\" ? 2 : 1;
  return { start: quote + triple, end: Math.min(end, text.length), behind: end + triple };
}
