/** The ways in which names and numbers lie in the pack: sorted tables, a filter, gaps, rounded. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeGaps, openGaps } from "../../../server/src/core/knowledge/gaps.ts";
import { encodeMalwareList } from "../../../server/src/core/knowledge/malwareList.ts";
import { encodeNameFilter, openNameFilter } from "../../../server/src/core/knowledge/nameFilter.ts";
import {
  encodeRoundedNumbers,
  openRoundedNumbers,
} from "../../../server/src/core/knowledge/roundedNumbers.ts";
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

test.each(["MAL-2019-1", "MAL-2036-1", "MAL-2025-1048576", "CVE-2025-1", "MAL-2025-"])(
  "the list of malware refuses the advisory %s, which it could not give back",
  (advisory) => {
    expect(() => encodeMalwareList([{ name: "evil", advisory }])).toThrow(RangeError);
  },
);

test("any text may be looked up, also one of characters that the layout uses as marks", () => {
  const letters = fc.string({
    unit: fc.constantFrom("a", "b", "\x80", "\x81", "\xff", "\u0161"),
    maxLength: 5,
  });
  const strings = ["a", "aa", "ab", "abab", "b", "ba"];
  const table = openStringTable(encodeStringTable(strings));
  fc.assert(
    fc.property(letters, (text) => {
      expect(table.indexOf(text)).toBe(strings.indexOf(text));
      expect(table.countBefore(text)).toBe(strings.filter((each) => each < text).length);
    }),
  );
});

test("a filter of any few names has them all", () => {
  fc.assert(
    fc.property(names, (strings) => {
      const filter = openNameFilter(encodeNameFilter(strings));
      expect(strings.every(filter.has)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test("gaps give back every number, rising or not", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 70 }), (numbers) => {
      const opened = openGaps(encodeGaps(numbers));
      expect(Array.from({ length: opened.size }, (_, place) => opened.at(place))).toEqual(numbers);
    }),
  );
});

test.each([
  [0, 0],
  [7, 7],
  [999, 999],
  [1_000, 1_000],
  [1_234, 1_230],
  [9_996, 10_000],
  [1_880_218_825, 1_880_000_000],
])("%i is kept as %i", (number, kept) => {
  expect(openRoundedNumbers(encodeRoundedNumbers([5, number])).at(1)).toBe(kept);
});

test("a filter never denies what is in it, and seldom admits what is not", () => {
  const inside = Array.from({ length: 20_000 }, (_, index) => `package-${index}`);
  const filter = openNameFilter(encodeNameFilter(inside));
  expect(filter.size).toBe(inside.length);
  expect(inside.every((name) => filter.has(name))).toBe(true);
  const admitted = Array.from({ length: 50_000 }, (_, index) => `stranger-${index}`).filter((name) =>
    filter.has(name),
  );
  // One in 2,048 is expected, which makes 24.
  expect(admitted.length).toBeLessThan(50);
});
