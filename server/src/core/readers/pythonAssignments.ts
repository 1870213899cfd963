/** What the variables of Python source are given, wherever it is: assigned, added by `+=`, appended, or put under a key. */

import { walkStatements } from "./pythonStatements.ts";

export interface Value {
  /** Where the expression begins. */
  readonly start: number;
  /** Where an unclosed one ends at the latest. */
  readonly limit: number;
  /** Whether it stands within brackets, as the argument of a call does, so that it goes on over the ends of lines. */
  readonly isInBrackets: boolean;
}

// The bounds keep a line of many colons from being looked through once for each.
const TARGET =
  /([A-Za-z_]\w*)[ \t]*(?:(?::[^=\r\n]{0,200})?\+?=(?!=)[ \t]*|\[[^\]\r\n]{0,200}\][ \t]*\+?=(?!=)|\.(?:append|extend|insert|add|update)(?=\())/y;

/** @param code the same source with its strings masked */
export function assignedValues(text: string, code: string): Map<string, readonly Value[]> {
  const found: { readonly names: readonly string[]; readonly index: number; readonly start: number }[] = [];
  for (const index of statementStarts(text)) {
    // The type in `a: list[str] = []` is no variable.
    if (index < (found.at(-1)?.start ?? 0)) continue;
    const names: string[] = [];
    let start = index;
    TARGET.lastIndex = index;
    // `a = b = []` gives the value to both.
    for (let target = TARGET.exec(code); target !== null; target = TARGET.exec(code)) {
      names.push(target[1]!);
      start = TARGET.lastIndex;
    }
    if (names.length > 0) found.push({ names, index, start });
  }

  const values = new Map<string, Value[]>();
  found.forEach(({ names, start }, position) => {
    const value = { start, limit: found[position + 1]?.index ?? code.length, isInBrackets: false };
    for (const name of names) {
      const others = values.get(name);
      if (others === undefined) values.set(name, [value]);
      else others.push(value);
    }
  });
  return values;
}

/** A line that begins at the margin counts, too: a bracket before it may not be closed yet. */
function statementStarts(text: string): number[] {
  const starts = new Set([...text.matchAll(/^[A-Za-z_]/gm)].map(({ index }) => index));
  walkStatements(text, {
    statement(start) {
      starts.add(start);
      return start;
    },
    parenthesis: () => {},
    comment: () => {},
  });
  return [...starts].sort((a, b) => a - b);
}
