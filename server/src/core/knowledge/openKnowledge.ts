/** The shipped facts: how they are laid out in the pack, written by the build and read in place at run time. */

import { type NormalizedName, normalizeName } from "../names.ts";
import type { Knowledge, SnapshotDates } from "./knowledge.ts";
import { encodeLearnt, type LearntFacts, openLearnt } from "./learnt.ts";
import { encodeNameFilter, openNameFilter } from "./nameFilter.ts";
import { decodePack, encodePack, type PackProblem } from "./pack.ts";
import { encodeStringTable, openStringTable } from "./stringTable.ts";

/** The facts as the build reads them from the TSV files. */
export interface Facts extends LearntFacts {
  readonly dates: SnapshotDates;
  /** In order of rank. */
  readonly popular: readonly { readonly name: NormalizedName; readonly downloads: number | null }[];
  readonly known: readonly NormalizedName[];
  readonly reviewed: readonly NormalizedName[];
  readonly malicious: readonly {
    readonly name: NormalizedName;
    readonly advisory: string | null;
    /** The day it was first reported, `YYYY-MM-DD`. Not in the pack: what is learnt and what is measured part at a date. */
    readonly reported: string;
  }[];
  readonly compromised: ReadonlyMap<NormalizedName, readonly string[]>;
  /** Module → distributions, most popular first. */
  readonly imports: ReadonlyMap<string, readonly NormalizedName[]>;
  /** A name that is no distribution's → the distributions that are meant by it, best first. */
  readonly systemLibraries: readonly NormalizedName[];
  readonly misnomers: ReadonlyMap<NormalizedName, readonly NormalizedName[]>;
  /** Names that resemble a more popular one and were found to be projects of their own. */
  readonly honest: readonly NormalizedName[];
  /** Module → Python versions, oldest first. */
  readonly standardLibrary: ReadonlyMap<string, readonly string[]>;
}

export function encodeKnowledge(facts: Facts): Uint8Array {
  const ranked = facts.popular.map((row, index) => ({ ...row, rank: index + 1 }));
  const byName = ranked.toSorted((a, b) => compareText(a.name, b.name));
  const malicious = facts.malicious.toSorted((a, b) => compareText(a.name, b.name));

  return encodePack(
    new Map([
      [
        "date",
        encodeStringTable([facts.dates.popular, facts.dates.known, facts.dates.malicious].map(tagged)),
      ],
      ["popn", encodeStringTable(byName.map((row) => row.name))],
      ["popr", bytesOf(Uint16Array.from(byName, (row) => row.rank))],
      ["popd", bytesOf(Uint32Array.from(byName, (row) => row.downloads ?? 0))],
      ["know", encodeNameFilter(facts.known)],
      ["revn", encodeStringTable(facts.reviewed.toSorted(compareText))],
      ["maln", encodeStringTable(malicious.map((row) => row.name))],
      ["mala", bytesOf(Uint32Array.from(malicious, (row) => packAdvisory(row.advisory)))],
      ...encodeMap("cmp", facts.compromised),
      ...encodeMap("imp", withoutOwnNames(facts.imports)),
      ...encodeMap("std", facts.standardLibrary),
      ...encodeMap("mis", facts.misnomers),
      ["honn", encodeStringTable(facts.honest.toSorted(compareText))],
      ["sysn", encodeStringTable(facts.systemLibraries.toSorted(compareText))],
      ...encodeLearnt(facts),
    ]),
  );
}

/** Takes any bytes; says why they cannot be used rather than throw. */
export function openKnowledge(file: Uint8Array): Knowledge | PackProblem {
  const sections = decodePack(file);
  if (!(sections instanceof Map)) return sections as PackProblem;
  const section = (name: string): Uint8Array => sections.get(name) ?? new Uint8Array(8);
  const words = (name: string): Uint32Array => {
    const bytes = section(name);
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  };
  const halfWords = (name: string): Uint16Array => {
    const bytes = section(name);
    return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 1);
  };
  const lists = (name: string) => openMap(section(`${name}k`), section(`${name}v`), halfWords(`${name}i`));

  const popularNames = openStringTable(section("popn"));
  const rankOfPlace = halfWords("popr");
  const placeOfRank = new Uint16Array(popularNames.size);
  for (const [place, rank] of rankOfPlace.entries()) placeOfRank[rank - 1] = place;
  const downloads = words("popd");
  const known = openNameFilter(section("know"));
  const reviewed = openStringTable(section("revn"));
  const malicious = openStringTable(section("maln"));
  const advisories = words("mala");
  const compromised = lists("cmp");
  const imports = lists("imp");
  const standardLibrary = lists("std");
  const misnomers = lists("mis");
  const systemLibraries = openStringTable(section("sysn"));
  const honest = openStringTable(section("honn"));
  const dates = openStringTable(section("date"));

  let modulesByDistribution: Map<string, string[]> | undefined;

  return {
    dates: { popular: untagged(dates.at(0)), known: untagged(dates.at(1)), malicious: untagged(dates.at(2)) },
    popular: {
      size: popularNames.size,
      nameAt: (rank) => popularNames.at(placeOfRank[rank - 1]!) as NormalizedName,
      all: () => Array.from(placeOfRank, (place) => popularNames.at(place) as NormalizedName),
      rankOf(name) {
        const place = popularNames.indexOf(name);
        return place < 0 ? null : rankOfPlace[place]!;
      },
      downloadsOf(name) {
        const place = popularNames.indexOf(name);
        return place < 0 ? null : downloads[place]! || null;
      },
    },
    isKnown: (name) => popularNames.indexOf(name) >= 0 || reviewed.indexOf(name) >= 0 || known.has(name),
    isReviewed: (name) => reviewed.indexOf(name) >= 0,
    malwareEntry(name) {
      const place = malicious.indexOf(name);
      return place < 0 ? null : { advisory: unpackAdvisory(advisories[place]!) };
    },
    compromisedReleases: (name) => compromised.get(name),
    distributionsOf(module) {
      const distributions = imports.get(module) as readonly NormalizedName[] | null;
      if (distributions === null) return [];
      return distributions.length > 0 ? distributions : [normalizeName(module)];
    },
    modulesOf(distribution) {
      modulesByDistribution ??= invert(imports);
      return modulesByDistribution.get(distribution) ?? [];
    },
    isSystemLibrary: (name) => systemLibraries.indexOf(name) >= 0,
    misnomerOf: (name) => (misnomers.get(name) ?? []) as readonly NormalizedName[],
    isHonest: (name) => honest.indexOf(name) >= 0,
    learnt: openLearnt(section),
    standardLibraryVersions: (module) => standardLibrary.get(module),
  };
}

/** Three modules of four come from the distribution of their own name: an empty list says so. */
function withoutOwnNames(
  imports: ReadonlyMap<string, readonly NormalizedName[]>,
): Map<string, readonly NormalizedName[]> {
  const isOwn = (module: string, distributions: readonly NormalizedName[]): boolean =>
    distributions.length === 1 && distributions[0] === normalizeName(module);
  return new Map(
    [...imports].map(([module, distributions]) => [
      module,
      isOwn(module, distributions) ? [] : distributions,
    ]),
  );
}

interface ListMap {
  readonly keys: { readonly size: number; at(index: number): string };
  get(key: string): readonly string[] | null;
}

/** A map from text to a few texts: sorted keys, sorted distinct value lists, and for each key the place of its list. */
function encodeMap(name: string, map: ReadonlyMap<string, readonly string[]>): [string, Uint8Array][] {
  const keys = [...map.keys()].sort(compareText);
  const lists = keys.map((key) => map.get(key)!.join(" "));
  const distinct = [...new Set(lists)].sort(compareText);
  const places = new Map(distinct.map((list, place) => [list, place]));
  return [
    [`${name}k`, encodeStringTable(keys)],
    [`${name}v`, encodeStringTable(distinct)],
    [`${name}i`, bytesOf(Uint16Array.from(lists, (list) => places.get(list)!))],
  ];
}

function openMap(keySection: Uint8Array, valueSection: Uint8Array, places: Uint16Array): ListMap {
  const keys = openStringTable(keySection);
  const values = openStringTable(valueSection);
  return {
    keys,
    get(key) {
      const place = keys.indexOf(key);
      return place < 0
        ? null
        : values
            .at(places[place]!)
            .split(" ")
            .filter((value) => value !== "");
    },
  };
}

function invert(imports: ListMap): Map<string, string[]> {
  const modules = new Map<string, string[]>();
  for (let place = 0; place < imports.keys.size; place += 1) {
    const module = imports.keys.at(place);
    const own = imports.get(module) ?? [];
    for (const distribution of own.length ? own : [normalizeName(module)]) {
      const found = modules.get(distribution);
      if (found) found.push(module);
      else modules.set(distribution, [module]);
    }
  }
  return modules;
}

/** Dates can be equal and stand in a table of distinct, sorted strings: their place in front keeps them apart and in order. */
function tagged(date: string, place: number): string {
  return `${place}:${date}`;
}

function untagged(entry: string): string {
  return entry.slice(2);
}

/** `MAL-2025-2925` in one word: twelve bits of year, twenty of number; 0 for none. */
function packAdvisory(advisory: string | null): number {
  const parts = /^MAL-(\d{4})-(\d{1,6})$/.exec(advisory ?? "");
  return parts ? Number(parts[1]) * 0x100000 + Number(parts[2]) : 0;
}

function unpackAdvisory(word: number): string | null {
  return word === 0 ? null : `MAL-${Math.floor(word / 0x100000)}-${word % 0x100000}`;
}

function bytesOf(array: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
