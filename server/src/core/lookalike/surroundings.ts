/** The names that a written one could be mistaken for, and what is usual among them: laid out by the build, used in the pack. */

import type { LearntTables } from "../knowledge/learnt.ts";
import { encodeRankedNames, openRankedNames, type RankedNames } from "../knowledge/rankedNames.ts";
import type { Section, Sections } from "../knowledge/sections.ts";
import type { NormalizedName } from "../names.ts";
import { encodeFamilies, type Families, openFamilies } from "./families.ts";
import {
  countLetters,
  encodeLetterCounts,
  type LetterCounts,
  type LetterModel,
  letterModel,
  placeCounts,
} from "./letterModel.ts";
import { encodeTargets, openTargets, type Targets } from "./targets.ts";

export interface Surroundings {
  readonly targets: Targets;
  readonly families: Families;
  readonly letters: LetterModel;
  readonly learnt: LearntTables;
}

/**
 * @param prefix three letters that the names of the sections begin with
 * @param names distinct, most popular first
 */
export function encodeSurroundings(prefix: string, names: readonly NormalizedName[]): Sections {
  return [
    ...encodeRankedNames(prefix, names),
    ...encodeTargets(prefix, names),
    [`${prefix}f`, encodeFamilies(names)],
    [`${prefix}l`, encodeLetterCounts(countLetters(names))],
  ];
}

/**
 * @param names those that were encoded under the prefix
 * @param size how many of them count, from the most popular one: all look-ups leave out the others, and letters are counted anew
 */
export function openSurroundings(
  prefix: string,
  section: Section,
  learnt: LearntTables,
  names: RankedNames = openRankedNames(prefix, section),
  size: number = names.size,
): Surroundings {
  return {
    targets: openTargets(prefix, section, names, size),
    families: openFamilies(section(`${prefix}f`), names, size),
    letters: letterModel(counts()),
    learnt,
  };

  function counts(): LetterCounts {
    if (size >= names.size) return placeCounts(section(`${prefix}l`));
    const all = Array.from({ length: names.size }, (_, place) => place);
    return countLetters(all.filter((place) => names.rankAt(place) <= size).map(names.nameAt));
  }
}
