/**
 * What the other lists say of each popular name, by rank: most names that people write are popular, and one look-up of theirs
 * then answers what would take five.
 */

import type { NormalizedName } from "../names.ts";

const reviewed = 1;
const malicious = 2;
const standardLibrary = 4;
/** The module of this name comes from another distribution, or from several. */
const foreignModule = 8;
/** The module of this name comes from the distribution of this name alone. */
const ownModule = 16;
const compromised = 32;
const misnomer = 64;

export interface PopularStanding {
  isReviewed(rank: number): boolean;
  isMalicious(rank: number): boolean;
  /** Whether some of its releases were malicious. */
  isCompromised(rank: number): boolean;
  /** Whether people write the name and mean another one. */
  isMisnomer(rank: number): boolean;
  /** Whether the standard library has a module of exactly this name. */
  isStandardLibrary(rank: number): boolean;
  /** Who provides the module of exactly this name, as far as it is on record. */
  moduleFrom(rank: number): "nobody" | "itself" | "others";
}

interface Lists {
  readonly popular: readonly { readonly name: NormalizedName }[];
  readonly reviewed: readonly NormalizedName[];
  readonly malicious: readonly { readonly name: NormalizedName }[];
  readonly compromised: ReadonlyMap<NormalizedName, unknown>;
  readonly misnomers: ReadonlyMap<NormalizedName, unknown>;
  readonly imports: ReadonlyMap<string, readonly NormalizedName[]>;
  readonly standardLibrary: ReadonlyMap<string, unknown>;
}

/** Layout: u8 of flags for each popular name, by rank. */
export function encodePopularStanding(lists: Lists): Uint8Array {
  const reviewedNames = new Set(lists.reviewed);
  const maliciousNames = new Set(lists.malicious.map(({ name }) => name));
  return Uint8Array.from(lists.popular, ({ name }) => {
    const providers = lists.imports.get(name);
    const isOwn = providers?.length === 1 && providers[0] === name;
    return (
      (reviewedNames.has(name) ? reviewed : 0) |
      (maliciousNames.has(name) ? malicious : 0) |
      (lists.compromised.has(name) ? compromised : 0) |
      (lists.misnomers.has(name) ? misnomer : 0) |
      (lists.standardLibrary.has(name) ? standardLibrary : 0) |
      (providers === undefined ? 0 : isOwn ? ownModule : foreignModule)
    );
  });
}

/** Ranks count from 1 and must be those of popular names. */
export function openPopularStanding(flags: Uint8Array): PopularStanding {
  const has = (rank: number, flag: number): boolean => (flags[rank - 1]! & flag) !== 0;
  return {
    isReviewed: (rank) => has(rank, reviewed),
    isMalicious: (rank) => has(rank, malicious),
    isCompromised: (rank) => has(rank, compromised),
    isMisnomer: (rank) => has(rank, misnomer),
    isStandardLibrary: (rank) => has(rank, standardLibrary),
    moduleFrom(rank) {
      if (has(rank, ownModule)) return "itself";
      return has(rank, foreignModule) ? "others" : "nobody";
    },
  };
}
