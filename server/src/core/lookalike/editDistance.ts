/** How many edits lie between two names: letters inserted, left out, replaced, or two neighbours swapped. */

import { distance as levenshtein } from "fastest-levenshtein";

/**
 * The optimal string alignment distance where it is at most `limit`, which must be 1 or 2; any larger number where it is more.
 * `fastest-levenshtein` counts a swap as two edits, so what it puts within twice the limit is looked at again if it has one.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const withoutSwaps = levenshtein(a, b);
  // With s swaps and r other edits it is at most 2s + r, and s + r is to be within the limit: that leaves this many for r.
  const others = 2 * limit - withoutSwaps;
  if (withoutSwaps <= 1 || Math.abs(a.length - b.length) > others || !mayHoldSwap(a, b)) return withoutSwaps;
  return alignment(a, b).distance;
}

/** Whether two neighbours of one name stand the other way round in the other, at most one place off. */
function mayHoldSwap(a: string, b: string): boolean {
  for (let i = 0; i + 1 < a.length; i += 1) {
    const first = a.charCodeAt(i);
    const second = a.charCodeAt(i + 1);
    if (first === second) continue;
    for (let j = i - 1; j <= i + 1; j += 1) {
      if (b.charCodeAt(j) === second && b.charCodeAt(j + 1) === first) return true;
    }
  }
  return false;
}

/** One step from the target to the written name. Positions count from 0. */
export type Edit =
  | { readonly kind: "insertion"; readonly at: number; readonly letter: string }
  | { readonly kind: "omission"; readonly at: number; readonly letter: string }
  | { readonly kind: "replacement"; readonly at: number; readonly letter: string; readonly of: string }
  | { readonly kind: "transposition"; readonly at: number; readonly letter: string; readonly of: string };

/**
 * The edits that lead from the target to the written name, in order. `at` is a place in the written name, except that an
 * omitted letter stood before the letter that is now at that place. Swaps give both letters: `letter` is the one now in front.
 */
export function editsBetween(target: string, written: string): Edit[] {
  const { start, rows, a, b } = alignment(target, written);
  const edits: Edit[] = [];
  let i = a.length;
  let j = b.length;
  while (i > 0 || j > 0) {
    const here = rows[i]![j]!;
    if (i > 0 && j > 0 && a[i - 1] === b[j - 1] && rows[i - 1]![j - 1] === here) {
      i -= 1;
      j -= 1;
    } else if (isSwap(a, b, i, j) && rows[i - 2]![j - 2] === here - 1) {
      i -= 2;
      j -= 2;
      edits.push({ kind: "transposition", at: start + j, letter: b[j]!, of: b[j + 1]! });
    } else if (i > 0 && j > 0 && rows[i - 1]![j - 1] === here - 1) {
      i -= 1;
      j -= 1;
      edits.push({ kind: "replacement", at: start + j, letter: b[j]!, of: a[i]! });
    } else if (j > 0 && rows[i]![j - 1] === here - 1) {
      j -= 1;
      edits.push({ kind: "insertion", at: start + j, letter: b[j]! });
    } else {
      i -= 1;
      edits.push({ kind: "omission", at: start + j, letter: a[i]! });
    }
  }
  return edits.reverse();
}

interface Alignment {
  readonly distance: number;
  /** How many letters both names share at the front; `a` and `b` are what is left between the shared ends. */
  readonly start: number;
  readonly a: string;
  readonly b: string;
  /** `rows[i][j]` is the distance between the first i letters of `a` and the first j of `b`. */
  readonly rows: readonly (readonly number[])[];
}

function alignment(left: string, right: string): Alignment {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  const a = left.slice(start, left.length - end);
  const b = right.slice(start, right.length - end);

  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    const above = rows[i - 1]!;
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, above[j]! + 1, row[j - 1]! + 1);
      if (isSwap(a, b, i, j)) best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return { distance: rows[a.length]![b.length]!, start, a, b, rows };
}

function isSwap(a: string, b: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && a[i - 1] !== a[i - 2];
}
