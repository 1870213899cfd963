/**
 * Names in order of popularity, found in the bytes of the pack by name, by rank (from 1, the most popular), or by place (from 0, in
 * alphabetical order). An index that keeps places needs no table from ranks to names, which would take longer to make than all
 * else that is read for the first name.
 */

import type { NormalizedName } from "../names.ts";
import { compareText, numbersIn, type Section, type Sections, toBytes } from "./sections.ts";
import { encodeStringTable, openStringTable } from "./stringTable.ts";

export interface RankedNames {
  readonly size: number;
  /** The rank must be within 1 … size. Looked for where the name was not given before, which takes microseconds. */
  nameOf(rank: number): NormalizedName;
  rankOf(name: string): number | null;
  /** The place must be within 0 … size − 1. */
  nameAt(place: number): NormalizedName;
  rankAt(place: number): number;
  /** The ranks of the names that begin with the text, in the order of the names. */
  startingWith(text: string): Uint16Array;
}

/** @returns the place of each name, in the order of the places */
export function placeNames<Name extends string>(names: readonly Name[]): Map<Name, number> {
  return new Map(names.toSorted(compareText).map((name, place) => [name, place]));
}

/** @param names distinct, most popular first; at most 65,535 */
export function encodeRankedNames(prefix: string, names: readonly string[]): Sections {
  const ranks = new Map(names.map((name, index) => [name, index + 1]));
  const sorted = [...placeNames(names).keys()];
  return [
    [`${prefix}n`, encodeStringTable(sorted)],
    [`${prefix}r`, toBytes(Uint16Array.from(sorted, (name) => ranks.get(name)!))],
  ];
}

export function openRankedNames(prefix: string, section: Section): RankedNames {
  const table = openStringTable(section(`${prefix}n`));
  const ranks = numbersIn(Uint16Array, section(`${prefix}r`));
  // A technique asks again and again for the names of the targets near by. An array that grows in leaps would become a slow map.
  const names = new Array<NormalizedName | undefined>(table.size + 1);

  function nameAt(place: number): NormalizedName {
    const rank = ranks[place]!;
    names[rank] ??= table.at(place) as NormalizedName;
    return names[rank];
  }

  return {
    size: table.size,
    nameOf: (rank) => names[rank] ?? nameAt(ranks.indexOf(rank)),
    rankOf(name) {
      const place = table.indexOf(name);
      return place < 0 ? null : ranks[place]!;
    },
    nameAt,
    rankAt: (place) => ranks[place]!,
    startingWith: (text) => ranks.subarray(table.countBefore(text), table.countBefore(`${text}\xff`)),
  };
}
