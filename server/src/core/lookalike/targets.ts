/** The popular names, arranged so that a technique finds its targets without a scan. Ranks count from 1. */

import type { RankedNames } from "../knowledge/rankedNames.ts";
import type { Section, Sections } from "../knowledge/sections.ts";
import type { NormalizedName } from "../names.ts";
import { formOf, joinWords, mayHaveAffix, sortWords } from "./forms.ts";
import { encodeKeyIndex, openKeyIndex } from "./keyIndex.ts";
import { type EditLimit, encodeNearNames, type NearName, openNearNames } from "./nearNames.ts";

export interface Targets {
  readonly size: number;
  nameOf(rank: number): NormalizedName;
  rankOf(name: string): number | null;
  /** Every target within the limit. */
  near(written: string, limit: EditLimit): NearName[];
  /** Every target whose core is within the limit: `dateutils` is near the core of `python-dateutil`. */
  nearCore(written: string, limit: EditLimit): NearName[];
  /** The targets that read so without their separators. */
  joinedAs(letters: string): readonly number[];
  /** The targets with these sorted words. */
  sortedAs(words: string): readonly number[];
  /** The targets with this core. */
  withCore(core: string): readonly number[];
}

/** @param names distinct, most popular first */
export function encodeTargets(prefix: string, names: readonly NormalizedName[]): Sections {
  const ranked = names.map((name, index) => [index + 1, name] as const);
  const severalWords = ranked.filter(([, name]) => name.includes("-"));
  const cores = ranked
    .filter(([, name]) => mayHaveAffix(name))
    .map(([rank, name]) => [rank, coreOf(name)] as const);
  const firstWithCore = new Map(cores.toReversed().map(([rank, core]) => [core, rank]));
  return [
    [`${prefix}e`, encodeNearNames(ranked)],
    [`${prefix}j`, encodeKeyIndex(severalWords.map(([rank, name]) => [rank, joinWords(name)]))],
    [`${prefix}c`, encodeKeyIndex(cores)],
    [`${prefix}d`, encodeNearNames([...firstWithCore].map(([core, rank]) => [rank, core]))],
  ];
}

/** @param size how many names are targets, from the most popular one */
export function openTargets(prefix: string, section: Section, names: RankedNames, size: number): Targets {
  const { nameOf } = names;
  const near = openNearNames(section(`${prefix}e`), nameOf, size);
  const joined = openKeyIndex(section(`${prefix}j`), (rank) => joinWords(nameOf(rank)));
  const sorted = openKeyIndex(section(`${prefix}j`), (rank) => sortWords(nameOf(rank)));
  const affixed = openKeyIndex(section(`${prefix}c`), (rank) => coreOf(nameOf(rank)));
  const nearCores = openNearNames(section(`${prefix}d`), (rank) => coreOf(nameOf(rank)), size);

  const isTarget = (rank: number): boolean => rank <= size;
  function rankOf(name: string): number | null {
    const rank = names.rankOf(name);
    return rank !== null && isTarget(rank) ? rank : null;
  }
  function joinedAs(letters: string): number[] {
    const rank = rankOf(letters);
    const ranks = joined.find(letters).filter(isTarget);
    return rank === null ? ranks : [rank, ...ranks];
  }

  return {
    size,
    nameOf,
    rankOf,
    near: near.find,
    nearCore: (written, limit) =>
      nearCores.find(written, limit).flatMap(({ rank: first, distance }) => {
        const core = coreOf(nameOf(first));
        if (rankOf(core) !== null) return [];
        const ranks = affixed.find(core).filter(isTarget);
        return ranks.map((rank) => ({ rank, distance }));
      }),
    joinedAs,
    sortedAs: (words) => sorted.find(words).filter(isTarget),
    withCore: (core) => [
      ...joinedAs(core).filter((rank) => !mayHaveAffix(nameOf(rank))),
      ...affixed.find(core).filter(isTarget),
    ],
  };
}

function coreOf(name: NormalizedName): string {
  return formOf(name).core;
}
