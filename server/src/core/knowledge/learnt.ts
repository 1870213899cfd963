/** What the lists teach about words and affixes: learnt by `data/learn.ts`, kept in the pack, looked up in place. */

import { compareText, numbersIn, type Section, type Sections, toBytes } from "./sections.ts";
import { encodeStringTable, openStringTable } from "./stringTable.ts";

/** The learnt tables as the build reads them from `data/learnt`. */
export interface LearntFacts {
  /** Word → the number of known names that use it. */
  readonly words: ReadonlyMap<string, number>;
  /** Affix, `-env` or `env-` → natural logarithm of how much likelier it is on a malicious name than on an honest one. */
  readonly affixOdds: ReadonlyMap<string, number>;
}

export interface LearntTables {
  /** Whether so many known names use the word that it is more than what chance leaves over. */
  isUsualWord(word: string): boolean;
  /** See {@link LearntFacts.affixOdds}; null for an affix that occurs too rarely to tell. */
  affixOdds(affix: string): number | null;
}

/** A word is usual from this many known names on. */
const usualFrom = 10;
/** Odds are kept as whole hundredths. */
const oddsScale = 100;

export function encodeLearnt({ words, affixOdds }: LearntFacts): Sections {
  const usual = [...words].filter(([, uses]) => uses >= usualFrom).map(([word]) => word);
  const affixes = [...affixOdds.keys()].sort(compareText);
  return [
    ["word", encodeStringTable(usual.sort(compareText))],
    ["affk", encodeStringTable(affixes)],
    ["affv", toBytes(Int16Array.from(affixes, (affix) => Math.round(affixOdds.get(affix)! * oddsScale)))],
  ];
}

export function openLearnt(section: Section): LearntTables {
  const words = openStringTable(section("word"));
  const affixes = openStringTable(section("affk"));
  const odds = numbersIn(Int16Array, section("affv"));
  return {
    isUsualWord: (word) => words.indexOf(word) >= 0,
    affixOdds(affix) {
      const place = affixes.indexOf(affix);
      return place < 0 ? null : odds[place]! / oddsScale;
    },
  };
}
