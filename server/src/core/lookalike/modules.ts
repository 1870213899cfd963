/** Module look-alikes: near names among the modules of popular distributions, for `import` lines. */

import type { Knowledge } from "../knowledge/knowledge.ts";
import { normalizeName } from "../names.ts";
import { type Surroundings, surround } from "./query.ts";

/** A module that a popular distribution provides. */
export interface PopularModule {
  /** As one imports it: `sklearn`, `google_auth_oauthlib`, `PIL`. */
  readonly name: string;
  /** The rank of the distribution. */
  readonly rank: number;
}

/** Modules of less popular distributions are not what one meant to import often enough. */
const lastRank = 5_000;

/**
 * The modules that the most popular distributions provide, most popular first, each once. Where none is on record, a
 * distribution is taken to provide a module of its own name.
 */
function popularModules({ popular, modulesOf, standardLibraryVersions }: Knowledge): PopularModule[] {
  const modules = new Map<string, PopularModule>();
  for (const [index, distribution] of popular.all().slice(0, lastRank).entries()) {
    const rank = index + 1;
    const recorded = modulesOf(distribution);
    for (const name of recorded.length > 0 ? recorded : [distribution.replaceAll("-", "_")]) {
      const key = normalizeName(name);
      const isPrivate = name.startsWith("_") || standardLibraryVersions(name) !== null;
      if (!isPrivate && !modules.has(key)) modules.set(key, { name, rank });
    }
  }
  return [...modules.values()];
}

const made = new WeakMap<Knowledge, ModuleSurroundings>();

export interface ModuleSurroundings extends Surroundings {
  /** In the order of the targets. */
  readonly modules: readonly PopularModule[];
}

/** Module names in the normal form of distributions, so that the same techniques apply. */
export function moduleSurroundings(knowledge: Knowledge): ModuleSurroundings {
  const before = made.get(knowledge);
  if (before) return before;
  const modules = popularModules(knowledge);
  const names = modules.map((module) => normalizeName(module.name));
  const surroundings = { ...surround(names, knowledge.learnt), modules };
  made.set(knowledge, surroundings);
  return surroundings;
}
