/** Names in order of popularity, found by rank and by name in the bytes of the pack. Ranks count from 1. */

import type { NormalizedName } from "../names.ts";
import { compareText, numbersIn, type Section, type Sections, toBytes } from "./sections.ts";
import { encodeStringTable, openStringTable } from "./stringTable.ts";

export interface RankedNames {
  readonly size: number;
  /** The rank must be within 1 … size. */
  nameOf(rank: number): NormalizedName;
  rankOf(name: string): number | null;
  /** The ranks of the names that begin with the text, in the order of the names. */
  startingWith(text: string): Uint16Array;
}

/** @param names distinct, most popular first; at most 65,535 */
export function encodeRankedNames(prefix: string, names: readonly string[]): Sections {
  const ranked = names.map((name, index) => ({ name, rank: index + 1 }));
  const sorted = ranked.sort((a, b) => compareText(a.name, b.name));
  return [
    [`${prefix}n`, encodeStringTable(sorted.map(({ name }) => name))],
    [`${prefix}r`, toBytes(Uint16Array.from(sorted, ({ rank }) => rank))],
  ];
}

export function openRankedNames(prefix: string, section: Section): RankedNames {
  const table = openStringTable(section(`${prefix}n`));
  const ranks = numbersIn(Uint16Array, section(`${prefix}r`));
  // A technique asks again and again for the names of the targets near by. An array that grows in leaps would become a slow map.
  const names = new Array<NormalizedName | undefined>(table.size + 1);
  let places: Uint16Array | undefined;

  return {
    size: table.size,
    nameOf(rank) {
      places ??= placesByRank(ranks);
      names[rank] ??= table.at(places[rank]!) as NormalizedName;
      return names[rank];
    },
    rankOf(name) {
      const place = table.indexOf(name);
      return place < 0 ? null : ranks[place]!;
    },
    startingWith: (text) => ranks.subarray(table.countBefore(text), table.countBefore(`${text}\xff`)),
  };
}

function placesByRank(ranks: Uint16Array): Uint16Array {
  const { length } = ranks;
  const places = new Uint16Array(length + 1);
  for (let place = 0; place < length; place += 1) places[ranks[place]!] = place;
  return places;
}
