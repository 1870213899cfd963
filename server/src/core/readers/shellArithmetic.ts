/** Where `((` begins arithmetic, in which `<<` shifts bits and redirects nothing, and not two subshells. */

/**
 * A function that takes the offset of `((` and returns that of the `))` which closes it; null where the two parentheses
 * do not close side by side.
 */
export function arithmeticFinder(script: string): (start: number) => number | null {
  let closing: ReadonlyMap<number, number> | null = null;
  return (start) => {
    closing ??= closingParentheses(script);
    const [outer, inner] = [closing.get(start), closing.get(start + 1)];
    return inner !== undefined && outer === inner + 1 ? inner : null;
  };
}

/** Quotes are passed over: arithmetic has none that hold parentheses. */
function closingParentheses(script: string): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: character, index } of script.matchAll(/[()]/g)) {
    if (character === "(") {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start !== undefined) closing.set(start, index);
  }
  return closing;
}
