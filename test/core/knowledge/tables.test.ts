/** The two ways in which names lie in the pack: sorted tables and filters. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeNameFilter, openNameFilter } from "../../../server/src/core/knowledge/nameFilter.ts";
import { encodeStringTable, openStringTable } from "../../../server/src/core/knowledge/stringTable.ts";

const names = fc.uniqueArray(fc.string({ unit: fc.constantFrom(..."abcxyz019-"), maxLength: 12 }), {
  maxLength: 60,
});

test("a table gives back every string and no other", () => {
  fc.assert(
    fc.property(names, fc.string(), (strings, other) => {
      const sorted = strings.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      const table = openStringTable(encodeStringTable(sorted));
      expect(Array.from({ length: table.size }, (_, place) => table.at(place))).toEqual(sorted);
      for (const [place, text] of sorted.entries()) expect(table.indexOf(text)).toBe(place);
      expect(table.indexOf(other)).toBe(sorted.indexOf(other));
    }),
  );
});

test("a table refuses what it could not find again", () => {
  expect(() => encodeStringTable(["b", "a"])).toThrow(RangeError);
  expect(() => encodeStringTable(["a", "a"])).toThrow(RangeError);
  expect(() => encodeStringTable(["ж"])).toThrow(RangeError);
});

test("a filter never denies what is in it, and seldom admits what is not", () => {
  const inside = Array.from({ length: 20_000 }, (_, index) => `package-${index}`);
  const filter = openNameFilter(encodeNameFilter(inside));
  expect(filter.size).toBe(inside.length);
  expect(inside.every((name) => filter.has(name))).toBe(true);
  const admitted = Array.from({ length: 50_000 }, (_, index) => `stranger-${index}`).filter((name) =>
    filter.has(name),
  );
  expect(admitted.length).toBeLessThan(10);
});
