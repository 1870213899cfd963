/** The index finds exactly what a scan of the whole list finds. That it is much sooner, `test/bench` holds. */

import { describe, expect, test } from "vitest";
import { editDistance } from "../../../server/src/core/lookalike/editDistance.ts";
import {
  type EditLimit,
  encodeNearNames,
  type NearNames,
  openNearNames,
} from "../../../server/src/core/lookalike/nearNames.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";

const { popular } = shippedKnowledge();
const names = Array.from({ length: 15_000 }, (_, index) => popular.nameAt(index + 1));
const index = indexNames(names);

describe.each<EditLimit>([1, 2])("within %i", (limit) => {
  test("agrees with brute force over 5,000 names", () => {
    const few = names.slice(0, 5_000);
    const fewIndexed = indexNames(few);
    for (const written of names.filter((_, place) => place % 75 === 0).map(mistype)) {
      const expected = few.flatMap((name, place) => {
        if (Math.abs(name.length - written.length) > limit) return [];
        const found = editDistance(written, name, limit);
        return found <= limit ? [{ place, distance: found }] : [];
      });
      const found = fewIndexed.find(written, limit).sort((a, b) => a.place - b.place);
      expect(found, written).toEqual(expected);
    }
  });
});

test("takes any text", () => {
  for (const odd of ["", "-", "é", "a".repeat(300), "\u{1F600}"])
    expect(index.find(odd, 2)).toBeInstanceOf(Array);
  expect(indexNames([]).find("requests", 2)).toEqual([]);
});

function indexNames(list: readonly string[]): NearNames {
  const section = encodeNearNames(list.map((name, place) => [place, name]));
  return openNearNames(section, (place) => list[place]!);
}

/** Swaps two letters in every other name, drops one in the others. */
function mistype(name: string, place: number): string {
  const at = name.length >> 1;
  if (place % 2 === 0) return name.slice(0, at) + name.slice(at + 1);
  return name.slice(0, at - 1) + (name[at] ?? "") + (name[at - 1] ?? "") + name.slice(at + 1);
}
