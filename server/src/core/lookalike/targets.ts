/** The popular names, arranged so that a technique finds its targets without a scan. Ranks count from 1. */

import type { NormalizedName } from "../names.ts";
import { formOf, joinWords, mayHaveAffix, sortWords } from "./forms.ts";
import { type EditLimit, indexNames } from "./nearNames.ts";

export interface NearTarget {
  readonly rank: number;
  readonly distance: number;
}

export interface Targets {
  readonly size: number;
  nameOf(rank: number): NormalizedName;
  rankOf(name: string): number | null;
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

export function arrangeTargets(names: readonly NormalizedName[]): Targets {
  const ranks = new Map<string, number>(names.map((name, index) => [name, index + 1]));
  const nearNames = indexNames(names);
  const joined = lazily(() => groupRanks(names, (name) => name.includes("-"), joinWords));
  const sorted = lazily(() => groupRanks(names, (name) => name.includes("-"), sortWords));
  const affixed = lazily(() => groupRanks(names, mayHaveAffix, (name) => formOf(name).core));
  const coreNames = lazily(() => {
    const distinct = [...affixed().keys()].filter((core) => !ranks.has(core));
    return { distinct, index: indexNames(distinct) };
  });
  const joinedAs = (letters: string): readonly number[] =>
    together(ranks.get(letters), joined().get(letters));

  return {
    size: names.length,
    nameOf: (rank) => names[rank - 1]!,
    rankOf: (name) => ranks.get(name) ?? null,
    near: (written, limit) =>
      nearNames.find(written, limit).map(({ place, distance }) => ({ rank: place + 1, distance })),
    nearCore(written, limit) {
      const { distinct, index } = coreNames();
      return index.find(written, limit).flatMap(({ place, distance }) =>
        affixed()
          .get(distinct[place]!)!
          .map((rank) => ({ rank, distance })),
      );
    },
    joinedAs,
    sortedAs: (words) => sorted().get(words) ?? [],
    withCore: (core) => [
      ...joinedAs(core).filter((rank) => !mayHaveAffix(names[rank - 1]!)),
      ...(affixed().get(core) ?? []),
    ],
  };
}

function together(rank: number | undefined, others: readonly number[] = []): readonly number[] {
  return rank === undefined ? others : [rank, ...others];
}

function groupRanks(
  names: readonly NormalizedName[],
  belongs: (name: NormalizedName) => boolean,
  keyOf: (name: NormalizedName) => string,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, name] of names.entries()) {
    if (!belongs(name)) continue;
    const key = keyOf(name);
    const group = groups.get(key);
    if (group) group.push(index + 1);
    else groups.set(key, [index + 1]);
  }
  return groups;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
