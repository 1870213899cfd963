/** Environment markers of PEP 508, as in `; python_version < "3.11" and extra == "test"`: where a valid one ends. */

import { skipAt } from "./characters.ts";

const VARIABLE =
  "(?:python_version|python_full_version|os[._]name|sys[._]platform|platform_release|platform_system" +
  "|platform[._]version|platform[._]machine|platform[._]python_implementation|python_implementation" +
  "|implementation_name|implementation_version|extras?|dependency_groups)\\b";
const OPERAND = `(?:'[^']*'|"[^"]*"|${VARIABLE})`;
const OPERATOR = "(?:===?|~=|!=|<=?|>=?|in\\b|not[ \\t]+in\\b)";

const COMPARISON = new RegExp(`${OPERAND}[ \\t]*${OPERATOR}[ \\t]*${OPERAND}`, "y");
const OPENING = /[ \t(]*/y;
const CLOSING = /[ \t)]*/y;
const CONJUNCTION = /(?:and|or)\b/y;

/**
 * The offset behind the marker that starts at `start`; null where there is no whole marker.
 * Counts parentheses instead of descending into them, so that no text can exhaust the stack.
 */
export function skipMarker(text: string, start: number): number | null {
  let position = start;
  let depth = 0;
  for (;;) {
    const opened = skipAt(OPENING, text, position);
    depth += count(text, "(", position, opened);
    const compared = skipAt(COMPARISON, text, opened);
    if (compared === opened) return null;
    const closed = skipAt(CLOSING, text, compared);
    depth -= count(text, ")", compared, closed);
    if (depth < 0) return null;
    position = skipAt(CONJUNCTION, text, closed);
    if (position === closed) return depth === 0 ? closed : null;
  }
}

function count(text: string, character: string, start: number, end: number): number {
  let found = 0;
  for (let index = start; index < end; index++) if (text[index] === character) found++;
  return found;
}
