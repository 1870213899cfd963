/** The letters that a pattern gives between brackets, as git and shells read them. */

import type { LetterSet } from "./automaton.ts";

/**
 * The letters between brackets: `[a-z]`, `[!a]`, `[^a]`, `[[:alpha:]]`, `[]a]`. None is ever a slash.
 * @returns null where the bracket is not closed, or names a class that there is not
 */
export function readBracket(
  pattern: string,
  open: number,
): { readonly set: LetterSet; readonly end: number } | null {
  let at = open + 1;
  const others = pattern[at] === "!" || pattern[at] === "^";
  if (others) at += 1;
  const ranges = new Set<string>();
  /** What a range could begin with. */
  let before: string | null = null;
  let close = -1;
  do {
    const isRange: boolean = pattern[at] === "-" && before !== null && pattern[at + 1] !== "]";
    if (isRange) at += 1;
    // Looked for but once, however much stands before it.
    if (close <= at) close = pattern.indexOf("]", at + 1);
    if (close < 0) return null;
    const named = isRange ? null : readNamedClass(pattern, at, close);
    if (named) {
      if (named.ranges === undefined) return null;
      ranges.add(named.ranges);
      before = null;
      at = named.end;
      continue;
    }
    if (pattern[at] === "\\") at += 1;
    const letter = pattern[at];
    if (letter === undefined) return null;
    ranges.add(withoutSlash(isRange ? before! : letter, letter));
    before = isRange ? null : letter;
    at += 1;
  } while (pattern[at] !== "]");
  if (others) ranges.add("//");
  return { set: { ranges: [...ranges].join(""), others }, end: at + 1 };
}

/** The range, or those on both sides of the slash. */
function withoutSlash(first: string, last: string): string {
  return first <= "/" && "/" <= last ? `${first}.0${last}` : first + last;
}

interface NamedClass {
  /** Undefined where there is no class of that name. */
  readonly ranges: string | undefined;
  readonly end: number;
}

/** `[:alpha:]` within brackets, `close` being where the next bracket closes; null where none begins there. */
function readNamedClass(pattern: string, at: number, close: number): NamedClass | null {
  if (!pattern.startsWith("[:", at)) return null;
  if (close === at + 2 || pattern[close - 1] !== ":") return null;
  return { ranges: namedClasses.get(pattern.slice(at + 2, close - 1)), end: close + 1 };
}

/** Ranges of ASCII without the slash, whatever the language of the machine; white space is what git takes for it. */
const namedClasses: ReadonlyMap<string, string> = new Map([
  ["alnum", "AZaz09"],
  ["alpha", "AZaz"],
  ["blank", "\t\t  "],
  ["cntrl", "\x01\x1f\x7f\x7f"],
  ["digit", "09"],
  ["graph", "!.0~"],
  ["lower", "az"],
  ["print", " .0~"],
  ["punct", "!.:@[`{~"],
  ["space", "\t\n\r\r  "],
  ["upper", "AZ"],
  ["xdigit", "09AFaf"],
]);
