/** What the lists teach about words and affixes: learnt by `data/learn.ts`, kept in the pack, looked up in place. */

import { encodeStringTable, openStringTable } from "./stringTable.ts";

/** The learnt tables as the build reads them from `data/learnt`. */
export interface LearntFacts {
  /** Word → the number of known names that use it. */
  readonly words: ReadonlyMap<string, number>;
  /** Affix, `-env` or `env-` → natural logarithm of how much likelier it is on a malicious name than on an honest one. */
  readonly affixOdds: ReadonlyMap<string, number>;
}

export interface LearntTables {
  /** In how many known names the word occurs; 0 for a rare one. */
  usesOfWord(word: string): number;
  /** See {@link LearntFacts.affixOdds}; null for an affix that occurs too rarely to tell. */
  affixOdds(affix: string): number | null;
}

/** Odds are kept as whole hundredths. */
const oddsScale = 100;

export function encodeLearnt(facts: LearntFacts): [string, Uint8Array][] {
  return [...encodeNumbers("wrd", facts.words, 1), ...encodeNumbers("aff", facts.affixOdds, oddsScale)];
}

/** @param section gives the bytes of a section of the pack */
export function openLearnt(section: (name: string) => Uint8Array): LearntTables {
  const words = openNumbers(section("wrdk"), section("wrdv"));
  const affixes = openNumbers(section("affk"), section("affv"));
  return {
    usesOfWord: (word) => words(word) ?? 0,
    affixOdds(affix) {
      const odds = affixes(affix);
      return odds === null ? null : odds / oddsScale;
    },
  };
}

function encodeNumbers(
  name: string,
  map: ReadonlyMap<string, number>,
  scale: number,
): [string, Uint8Array][] {
  const keys = [...map.keys()].sort();
  const values = Int16Array.from(keys, (key) => Math.min(Math.round(map.get(key)! * scale), 0x7fff));
  return [
    [`${name}k`, encodeStringTable(keys)],
    [`${name}v`, new Uint8Array(values.buffer)],
  ];
}

function openNumbers(keySection: Uint8Array, valueSection: Uint8Array): (key: string) => number | null {
  const keys = openStringTable(keySection);
  const values = new Int16Array(valueSection.buffer, valueSection.byteOffset, valueSection.length >>> 1);
  return (key) => {
    const place = keys.indexOf(key);
    return place < 0 ? null : values[place]!;
  };
}
