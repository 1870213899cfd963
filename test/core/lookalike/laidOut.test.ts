/** What is laid out in the pack answers as a plain search through the list of names does, whole and cut at a rank. */

import { describe, expect, test } from "vitest";
import { formOf, joinWords, mayHaveAffix, sortWords } from "../../../server/src/core/lookalike/forms.ts";
import { encodeKeyIndex, openKeyIndex } from "../../../server/src/core/lookalike/keyIndex.ts";
import {
  encodeSurroundings,
  openSurroundings,
  type Surroundings,
} from "../../../server/src/core/lookalike/surroundings.ts";
import { type NormalizedName, normalizeName } from "../../../server/src/core/names.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";

const { popular, surroundings } = shippedKnowledge();
const names = Array.from({ length: popular.size }, (_, index) => popular.nameAt(index + 1));
const questions = [
  ...names.filter((_, index) => index % 53 === 0),
  ...names.filter((_, index) => index % 211 === 0).map((name) => `${name}x`),
  ...["", "-", "python", "google-cloud", "py", "é", "a".repeat(300), "no-such-name", "utils"],
].map(normalizeName);

describe.each([
  ["all popular names", popular.size],
  ["the first 700", 700],
  ["none", 0],
])("%s", (_, size) => {
  const kept = names.slice(0, size);
  const laidOut =
    size === popular.size ? surroundings.ofDistributions() : surroundings.limitedTo(size).ofDistributions();

  test("names with the same letters, words or core", () => {
    const joined = group(joinWords);
    const reordered = group((one) => (one.includes("-") ? sortWords(one) : null));
    const cores = group((one) => (mayHaveAffix(one) ? formOf(one).core : joinWords(one)));
    for (const name of questions) {
      const [letters, words, { core }] = [joinWords(name), sortWords(name), formOf(name)];
      expect(sorted(laidOut.targets.joinedAs(letters)), name).toEqual(joined.get(letters) ?? []);
      expect(sorted(laidOut.targets.sortedAs(words)), name).toEqual(reordered.get(words) ?? []);
      expect(sorted(laidOut.targets.withCore(core)), name).toEqual(cores.get(core) ?? []);
    }
  });

  test("families", () => {
    for (const name of questions.filter((_, index) => index % 4 === 0)) {
      expect(laidOut.families.leading(name), name).toBe(count((one) => one.startsWith(`${name}-`)));
      expect(laidOut.families.trailing(name), name).toBe(count((one) => one.endsWith(`-${name}`)));
    }
  });

  test("a cut list answers as a list of those names alone", () => {
    const alone = surroundingsOf(kept);
    for (const name of questions) {
      expect(laidOut.targets.rankOf(name)).toBe(alone.targets.rankOf(name));
      expect(byRank(laidOut.targets.near(name, 2)), name).toEqual(byRank(alone.targets.near(name, 2)));
      expect(byRank(laidOut.targets.nearCore(name, 1)), name).toEqual(
        byRank(alone.targets.nearCore(name, 1)),
      );
      expect(laidOut.letters.logProbability(name)).toBe(alone.letters.logProbability(name));
    }
  });

  function group(keyOf: (name: NormalizedName) => string | null): Map<string | null, number[]> {
    const ranks = new Map<string | null, number[]>();
    for (const [index, name] of kept.entries()) {
      const key = keyOf(name);
      ranks.set(key, [...(ranks.get(key) ?? []), index + 1]);
    }
    ranks.delete(null);
    return ranks;
  }

  function count(belongs: (name: NormalizedName) => boolean): number {
    return kept.filter(belongs).length;
  }
});

test("the modules of fewer distributions are the first of all modules", () => {
  const all = surroundings.ofModules();
  const few = surroundings.limitedTo(100).ofModules();
  expect(few.targets.size).toBeGreaterThan(80);
  expect(few.moduleOf(few.targets.size).rank).toBeLessThanOrEqual(100);
  expect(all.moduleOf(few.targets.size + 1).rank).toBeGreaterThan(100);
  expect([few, all].map(({ targets }) => targets.rankOf("yaml"))).toEqual([
    all.targets.rankOf("yaml"),
    all.targets.rankOf("yaml"),
  ]);
});

function surroundingsOf(list: readonly NormalizedName[]): Surroundings {
  const sections = new Map(encodeSurroundings("tst", list));
  return openSurroundings("tst", (name) => sections.get(name)!, {
    isUsualWord: () => false,
    affixOdds: () => null,
  });
}

function sorted(ranks: readonly number[]): number[] {
  return ranks.toSorted((a, b) => a - b);
}

function byRank<Found extends { readonly rank: number }>(found: readonly Found[]): Found[] {
  return found.toSorted((a, b) => a.rank - b.rank);
}

test("an index of keys refuses more names of one key than it can count", () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => [index + 1, "same"] as const);
  expect(openKeyIndex(encodeKeyIndex(names(255)), () => "same").find("same")).toHaveLength(255);
  expect(() => encodeKeyIndex(names(256))).toThrow(RangeError);
});
