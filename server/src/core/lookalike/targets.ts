/** The popular names, arranged so that a technique finds its targets without a scan. Ranks count from 1. */

import { placeNames, type RankedNames } from "../knowledge/rankedNames.ts";
import type { Section, Sections } from "../knowledge/sections.ts";
import type { NormalizedName } from "../names.ts";
import { formOf, joinWords, mayHaveAffix, sortWords } from "./forms.ts";
import { encodeKeyIndex, openKeyIndex } from "./keyIndex.ts";
import { type EditLimit, encodeNearNames, openNearNames } from "./nearNames.ts";

export interface NearTarget {
  readonly rank: number;
  /** Optimal string alignment distance; 0 where the written name is itself a target. */
  readonly distance: number;
}

export interface Targets {
  readonly size: number;
  nameOf(rank: number): NormalizedName;
  rankOf(name: string): number | null;
  /** The targets that begin with the letter, best first. */
  startingWith(letter: string): Uint16Array;
  /** Every target within the limit. */
  near(written: string, limit: EditLimit): NearTarget[];
  /** Every target whose core is within the limit: `dateutils` is near the core of `python-dateutil`. */
  nearCore(written: string, limit: EditLimit): NearTarget[];
  /** The targets that read so without their separators. */
  joinedAs(letters: string): readonly number[];
  /** The targets with these sorted words. */
  sortedAs(words: string): readonly number[];
  /** The targets with this core. */
  withCore(core: string): readonly number[];
}

/** @param names distinct, most popular first */
export function encodeTargets(prefix: string, names: readonly NormalizedName[]): Sections {
  const placed = placeNames(names);
  const severalWords = [...placed].filter(([name]) => name.includes("-"));
  const affixed = names.filter(mayHaveAffix).map((name) => [placed.get(name)!, coreOf(name)] as const);
  const firstWithCore = new Map(affixed.toReversed().map(([place, core]) => [core, place]));
  return [
    [`${prefix}e`, encodeNearNames([...placed].map(([name, place]) => [place, name]))],
    [`${prefix}j`, encodeKeyIndex(severalWords.map(([name, place]) => [place, joinWords(name)]))],
    [`${prefix}c`, encodeKeyIndex(affixed)],
    [`${prefix}d`, encodeNearNames([...firstWithCore].map(([core, place]) => [place, core]))],
  ];
}

/** @param size how many names are targets, from the most popular one */
export function openTargets(prefix: string, section: Section, names: RankedNames, size: number): Targets {
  const { nameAt, nameOf, rankAt } = names;
  const near = openNearNames(section(`${prefix}e`), nameAt);
  const joined = openKeyIndex(section(`${prefix}j`), (place) => joinWords(nameAt(place)));
  const sorted = openKeyIndex(section(`${prefix}j`), (place) => sortWords(nameAt(place)));
  const affixed = openKeyIndex(section(`${prefix}c`), (place) => coreOf(nameAt(place)));
  const nearCores = openNearNames(section(`${prefix}d`), (place) => coreOf(nameAt(place)));
  // Every name that nobody knows asks for one of the same few letters.
  const byFirstLetter = new Map<string, Uint16Array>();

  const isTarget = (rank: number): boolean => rank <= size;
  function rankOf(name: string): number | null {
    const rank = names.rankOf(name);
    return rank !== null && isTarget(rank) ? rank : null;
  }
  /** Ranks from the best. */
  function ranksOf(places: readonly number[]): number[] {
    return places
      .map(rankAt)
      .filter(isTarget)
      .sort((a, b) => a - b);
  }
  function joinedAs(letters: string): number[] {
    const rank = rankOf(letters);
    const ranks = ranksOf(joined.find(letters));
    return rank === null ? ranks : [rank, ...ranks];
  }

  return {
    size,
    nameOf,
    rankOf,
    startingWith(letter) {
      const ranks = byFirstLetter.get(letter) ?? names.startingWith(letter).filter(isTarget).sort();
      byFirstLetter.set(letter, ranks);
      return ranks;
    },
    near(written, limit) {
      const found: NearTarget[] = [];
      for (const { place, distance } of near.find(written, limit)) {
        const rank = rankAt(place);
        if (isTarget(rank)) found.push({ rank, distance });
      }
      return found;
    },
    nearCore: (written, limit) =>
      nearCores.find(written, limit).flatMap(({ place: first, distance }) => {
        const core = coreOf(nameAt(first));
        if (rankOf(core) !== null) return [];
        return ranksOf(affixed.find(core)).map((rank) => ({ rank, distance }));
      }),
    joinedAs,
    sortedAs: (words) => ranksOf(sorted.find(words)),
    withCore: (core) => [
      ...joinedAs(core).filter((rank) => !mayHaveAffix(nameOf(rank))),
      ...ranksOf(affixed.find(core)),
    ],
  };
}

function coreOf(name: NormalizedName): string {
  return formOf(name).core;
}
