/** The distance with swaps, against a plain textbook version, and the edits that make it up. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Edit, editDistance, editsBetween } from "../../../server/src/core/lookalike/editDistance.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "-"), maxLength: 9 });

test("is the optimal string alignment distance up to the limit", () => {
  fc.assert(
    fc.property(word, word, fc.constantFrom(1, 2), (a, b, limit) => {
      const expected = textbookDistance(a, b);
      const found = editDistance(a, b, limit);
      if (expected <= limit) expect(found).toBe(expected);
      else expect(found).toBeGreaterThan(limit);
    }),
    { numRuns: 5_000 },
  );
});

test("as many edits are named as the distance says", () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editsBetween(a, b)).toHaveLength(textbookDistance(a, b));
    }),
  );
});

describe("what happened to the target", () => {
  test.each<[target: string, written: string, edit: Edit]>([
    ["requests", "reqests", { kind: "omission", at: 3, letter: "u" }],
    ["requests", "rewquests", { kind: "insertion", at: 2, letter: "w" }],
    ["requests", "requezts", { kind: "replacement", at: 5, letter: "z", of: "s" }],
    ["requests", "reqeusts", { kind: "transposition", at: 3, letter: "e", of: "u" }],
  ])("%s → %s", (target, written, edit) => {
    expect(editsBetween(target, written)).toEqual([edit]);
  });

  test("nothing where the names are equal", () => {
    expect(editsBetween("flask", "flask")).toEqual([]);
  });
});

function textbookDistance(a: string, b: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j += 1) {
      if (i === 0) {
        rows[0]![j] = j;
        continue;
      }
      const replaced = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i]![j] = Math.min(replaced, rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1);
      }
    }
  }
  return rows[a.length]![b.length]!;
}
