/** The shipped facts: how they are laid out in the pack, written by the build and read in place at run time. */

import { encodeModules, type ModuleSurroundings, openModules } from "../lookalike/modules.ts";
import { encodeSurroundings, openSurroundings, type Surroundings } from "../lookalike/surroundings.ts";
import { type NormalizedName, normalizeName } from "../names.ts";
import type { Knowledge, SnapshotDates, SurroundingsOfNames } from "./knowledge.ts";
import { encodeLearnt, type LearntFacts, openLearnt } from "./learnt.ts";
import { encodeMalwareList, openMalwareList } from "./malwareList.ts";
import { encodeNameFilter, openNameFilter } from "./nameFilter.ts";
import { decodePack, encodePack, type PackProblem } from "./pack.ts";
import { encodePopularStanding, openPopularStanding } from "./popularStanding.ts";
import { openRankedNames } from "./rankedNames.ts";
import { encodeRoundedNumbers, openRoundedNumbers } from "./roundedNumbers.ts";
import { compareText, numbersIn, type Section, toBytes } from "./sections.ts";
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
  const popular = new Set(facts.popular.map((row) => row.name));
  const otherReviewed = new Set(facts.reviewed.filter((name) => !popular.has(name)));

  return encodePack(
    new Map([
      [
        "date",
        encodeStringTable([facts.dates.popular, facts.dates.known, facts.dates.malicious].map(tagged)),
      ],
      ...encodeSurroundings(
        "pop",
        facts.popular.map((row) => row.name),
      ),
      ...encodeModules(facts),
      ["down", encodeRoundedNumbers(facts.popular.map((row) => row.downloads ?? 0))],
      ["know", encodeNameFilter(facts.known)],
      ["stan", encodePopularStanding(facts)],
      // Which of the popular names are reviewed stands above.
      ["revn", encodeStringTable([...otherReviewed].sort(compareText))],
      ...encodeMalwareList(facts.malicious),
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
  // A pack of this version has every section.
  const section: Section = (name) => sections.get(name)!;
  const lists = (name: string) =>
    openMap(section(`${name}k`), section(`${name}v`), numbersIn(Uint16Array, section(`${name}i`)));

  const popular = openRankedNames("pop", section);
  const rankOf = rememberTwo(popular.rankOf);
  const standing = openPopularStanding(section("stan"));
  const downloads = openRoundedNumbers(section("down"));
  const known = openNameFilter(section("know"));
  const otherReviewed = openStringTable(section("revn"));
  const malicious = openMalwareList(section);
  const compromised = lists("cmp");
  const imports = lists("imp");
  const standardLibrary = lists("std");
  const misnomers = lists("mis");
  const systemLibraries = openStringTable(section("sysn"));
  const honest = openStringTable(section("honn"));
  const learnt = openLearnt(section);
  const dates = openStringTable(section("date"));

  return {
    dates: { popular: untagged(dates.at(0)), known: untagged(dates.at(1)), malicious: untagged(dates.at(2)) },
    popular: {
      size: popular.size,
      nameAt: popular.nameOf,
      rankOf,
      downloadsOf(name) {
        const rank = rankOf(name);
        return rank === null ? null : downloads.at(rank - 1) || null;
      },
    },
    isKnown: (name) => rankOf(name) !== null || otherReviewed.indexOf(name) >= 0 || known.has(name),
    isReviewed(name) {
      const rank = rankOf(name);
      return rank === null ? otherReviewed.indexOf(name) >= 0 : standing.isReviewed(rank);
    },
    malwareEntry(name) {
      const rank = rankOf(name);
      return rank !== null && !standing.isMalicious(rank) ? null : malicious.entryOf(name);
    },
    compromisedReleases(name) {
      const rank = rankOf(name);
      return rank !== null && !standing.isCompromised(rank) ? null : compromised(name);
    },
    distributionsOf(module) {
      const rank = rankOf(module);
      const from = rank === null ? "others" : standing.moduleFrom(rank);
      if (from === "nobody") return [];
      if (from === "itself") return [module as NormalizedName];
      const distributions = imports(module) as readonly NormalizedName[] | null;
      if (distributions === null) return [];
      return distributions.length > 0 ? distributions : [normalizeName(module)];
    },
    isSystemLibrary: (name) => systemLibraries.indexOf(name) >= 0,
    misnomerOf(name) {
      const rank = rankOf(name);
      if (rank !== null && !standing.isMisnomer(rank)) return [];
      return (misnomers(name) ?? []) as readonly NormalizedName[];
    },
    isHonest: (name) => honest.indexOf(name) >= 0,
    surroundings: surroundingsOf(popular.size),
    standardLibraryVersions(module) {
      const rank = rankOf(module);
      return rank !== null && !standing.isStandardLibrary(rank) ? null : standardLibrary(module);
    },
  };

  function surroundingsOf(popularSize: number): SurroundingsOfNames {
    let ofDistributions: Surroundings | undefined;
    let ofModules: ModuleSurroundings | undefined;
    return {
      ofDistributions() {
        ofDistributions ??= openSurroundings("pop", section, learnt, popular, popularSize);
        return ofDistributions;
      },
      ofModules() {
        ofModules ??= openModules(section, learnt, popularSize);
        return ofModules;
      },
      limitedTo: (size) => surroundingsOf(Math.min(size, popularSize)),
    };
  }
}

/** One judgement asks again and again for the ranks of one name: as it is written, and with `_` for `-` as modules have it. */
function rememberTwo(rankOf: (name: string) => number | null): (name: string) => number | null {
  let [last, before] = ["", ""];
  let [lastRank, rankBefore] = [rankOf(last), rankOf(before)];
  return (asked) => {
    if (asked === last) return lastRank;
    if (asked === before) return rankBefore;
    before = last;
    rankBefore = lastRank;
    last = asked;
    lastRank = rankOf(asked);
    return lastRank;
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

/** A map from text to a few texts: sorted keys, sorted distinct value lists, and for each key the place of its list. */
function encodeMap(name: string, map: ReadonlyMap<string, readonly string[]>): [string, Uint8Array][] {
  const keys = [...map.keys()].sort(compareText);
  const lists = keys.map((key) => map.get(key)!.join(" "));
  const distinct = [...new Set(lists)].sort(compareText);
  const places = new Map(distinct.map((list, place) => [list, place]));
  return [
    [`${name}k`, encodeStringTable(keys)],
    [`${name}v`, encodeStringTable(distinct)],
    [`${name}i`, toBytes(Uint16Array.from(lists, (list) => places.get(list)!))],
  ];
}

function openMap(
  keySection: Uint8Array,
  valueSection: Uint8Array,
  places: Uint16Array,
): (key: string) => readonly string[] | null {
  const keys = openStringTable(keySection);
  const values = openStringTable(valueSection);
  const lists = new Array<readonly string[] | undefined>(values.size);
  return (key) => {
    const place = keys.indexOf(key);
    if (place < 0) return null;
    const list = places[place]!;
    lists[list] ??= values
      .at(list)
      .split(" ")
      .filter((value) => value !== "");
    return lists[list];
  };
}

/** Dates can be equal and stand in a table of distinct, sorted strings: their place in front keeps them apart and in order. */
function tagged(date: string, place: number): string {
  return `${place}:${date}`;
}

function untagged(entry: string): string {
  return entry.slice(2);
}
