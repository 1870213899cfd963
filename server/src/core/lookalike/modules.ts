/** Module look-alikes: the modules of popular distributions as targets, for `import` lines. */

import { encodeGaps, openGaps, type RisingNumbers } from "../knowledge/gaps.ts";
import type { LearntTables } from "../knowledge/learnt.ts";
import { openRankedNames } from "../knowledge/rankedNames.ts";
import type { Section, Sections } from "../knowledge/sections.ts";
import { encodeStringTable, openStringTable } from "../knowledge/stringTable.ts";
import { type NormalizedName, normalizeName } from "../names.ts";
import { encodeSurroundings, openSurroundings, type Surroundings } from "./surroundings.ts";

/** A module that a popular distribution provides. */
export interface PopularModule {
  /** As one imports it: `sklearn`, `google_auth_oauthlib`, `PIL`. */
  readonly name: string;
  /** The rank of the distribution. */
  readonly rank: number;
}

/** Module names in the normal form of distributions, so that the same techniques apply. */
export interface ModuleSurroundings extends Surroundings {
  /** @param rank among the modules, from 1 */
  moduleOf(rank: number): PopularModule;
}

export interface ModuleFacts {
  /** Distributions, most popular first. */
  readonly popular: readonly { readonly name: NormalizedName }[];
  /** Module → distributions. */
  readonly imports: ReadonlyMap<string, readonly NormalizedName[]>;
  readonly standardLibrary: ReadonlyMap<string, unknown>;
}

/** Modules of less popular distributions are not what one meant to import often enough. */
const lastRank = 5_000;

export function encodeModules(facts: ModuleFacts): Sections {
  const modules = [...popularModules(facts)];
  const spelt = modules.filter(([key, { name }]) => name !== usualSpelling(key)).map(([, { name }]) => name);
  return [
    ...encodeSurroundings(
      "mod",
      modules.map(([key]) => key),
    ),
    ["modp", encodeGaps(modules.map(([, { rank }]) => rank))],
    ["modw", encodeStringTable(spelt.sort())],
  ];
}

/** @param popularSize how many popular distributions count: the others provide nothing */
export function openModules(section: Section, learnt: LearntTables, popularSize: number): ModuleSurroundings {
  const names = openRankedNames("mod", section);
  const distributions = openGaps(section("modp"));
  const beyond = countUpTo(distributions, popularSize);
  const spelt = openStringTable(section("modw"));
  let unusual: Map<string, string> | undefined;
  return {
    ...openSurroundings("mod", section, learnt, names, beyond),
    moduleOf(rank) {
      unusual ??= new Map(
        Array.from({ length: spelt.size }, (_, place) => spelt.at(place)).map((name) => [
          normalizeName(name),
          name,
        ]),
      );
      const key = names.nameOf(rank);
      return { name: unusual.get(key) ?? usualSpelling(key), rank: distributions.at(rank - 1) };
    },
  };
}

/** How many of the numbers, which rise, are at most the limit. */
function countUpTo(numbers: RisingNumbers, limit: number): number {
  let count = 0;
  let high = numbers.size;
  while (count < high) {
    const middle = (count + high) >>> 1;
    if (numbers.at(middle) <= limit) count = middle + 1;
    else high = middle;
  }
  return count;
}

function usualSpelling(key: NormalizedName): string {
  return key.replaceAll("-", "_");
}

/**
 * The modules that the most popular distributions provide, most popular first, each once, by normal form. Where none is on
 * record, a distribution is taken to provide a module of its own name.
 */
function popularModules({
  popular,
  imports,
  standardLibrary,
}: ModuleFacts): Map<NormalizedName, PopularModule> {
  const modulesOf = invert(imports);
  const modules = new Map<NormalizedName, PopularModule>();
  for (const [index, { name: distribution }] of popular.slice(0, lastRank).entries()) {
    for (const name of modulesOf.get(distribution) ?? [usualSpelling(distribution)]) {
      const key = normalizeName(name);
      const isPrivate = name.startsWith("_") || standardLibrary.has(name);
      if (!isPrivate && !modules.has(key)) modules.set(key, { name, rank: index + 1 });
    }
  }
  return modules;
}

function invert(imports: ModuleFacts["imports"]): Map<NormalizedName, string[]> {
  const modulesOf = new Map<NormalizedName, string[]>();
  for (const module of [...imports.keys()].sort()) {
    for (const distribution of imports.get(module)!) {
      const modules = modulesOf.get(distribution);
      if (modules) modules.push(module);
      else modulesOf.set(distribution, [module]);
    }
  }
  return modulesOf;
}
