/** Families of popular names: those that begin or end with the same words, as `google-cloud-*` or `*-stubs` do. */

import { placeNames, type RankedNames } from "../knowledge/rankedNames.ts";
import { numbersIn, toBytes } from "../knowledge/sections.ts";

export interface Families {
  /** How many popular names begin with these words and go on. */
  leading(words: string): number;
  /** How many popular names end with these words and have others before. */
  trailing(words: string): number;
}

/** Layout: u16 places of the names of several words, in the order of the names read backwards. */
export function encodeFamilies(names: readonly string[]): Uint8Array {
  const severalWords = [...placeNames(names)]
    .filter(([name]) => name.includes("-"))
    .sort(([a], [b]) => compareEnds(a, b));
  return toBytes(Uint16Array.from(severalWords, ([, place]) => place));
}

/** @param size how many names count, from the most popular one */
export function openFamilies(section: Uint8Array, names: RankedNames, size: number): Families {
  const byEnd = numbersIn(Uint16Array, section);

  function countWithin(found: Uint16Array, rankOf: (found: number) => number): number {
    if (size >= names.size) return found.length;
    return found.reduce((count, one) => (rankOf(one) <= size ? count + 1 : count), 0);
  }

  /** The first place among the ends whose name, read backwards, does not come before the text. */
  function endPlace(text: string): number {
    let low = 0;
    let high = byEnd.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareEnds(names.nameAt(byEnd[middle]!), text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    leading: (words) => countWithin(names.startingWith(`${words}-`), (rank) => rank),
    trailing: (words) =>
      countWithin(byEnd.subarray(endPlace(`-${words}`), endPlace(`\xff-${words}`)), names.rankAt),
  };
}

/** Compares two texts from their last character on. */
function compareEnds(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let back = 1; back <= shorter; back += 1) {
    const difference = a.charCodeAt(a.length - back) - b.charCodeAt(b.length - back);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
