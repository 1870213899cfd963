/**
 * What is laid out for a list of names answers as a plain search through it: any short list of names that have much in common.
 * `laidOut.test.ts` and `nearNames.test.ts` ask the same of the names that ship.
 */

import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "../../../server/src/core/lookalike/editDistance.ts";
import { formOf, joinWords, mayHaveAffix, sortWords } from "../../../server/src/core/lookalike/forms.ts";
import {
  encodeSurroundings,
  openSurroundings,
  type Surroundings,
} from "../../../server/src/core/lookalike/surroundings.ts";
import { type NormalizedName, normalizeName } from "../../../server/src/core/names.ts";

const piece = fc.constantFrom("py", "python", "lib", "yaml", "ymal", "yam", "a", "b2", "web", "3", "xz");
const name = fc
  .array(fc.tuple(piece, fc.constantFrom("-", "-", "")), { minLength: 1, maxLength: 4 })
  .map((parts) => normalizeName(parts.flat().join("").replace(/-$/, "")));
const list = fc.uniqueArray(name, { maxLength: 40 });

/** A list, how many of its names count, and a name that may or may not be one of them. */
const worlds = fc
  .tuple(list, fc.double({ min: 0, max: 1, noNaN: true }), fc.oneof(name, fc.string().map(normalizeName)))
  .map(([names, share, written]) => ({ names, size: Math.round(share * names.length), written }));

test("near names", () => {
  fc.assert(
    fc.property(worlds, ({ names, size, written }) => {
      const { targets } = lay(names, size);
      for (const limit of [1, 2] as const) {
        const near = ranksWhere(names, size, (one) => editDistance(written, one, limit) <= limit);
        const found = targets.near(written, limit);
        expect(found.map(({ rank }) => rank).toSorted(byNumber)).toEqual(near);
        for (const { rank, distance } of found)
          expect(distance).toBe(editDistance(written, names[rank - 1]!, limit));
        const nearCores = ranksWhere(names, size, (one) => {
          const { core } = formOf(one);
          const isName = names.indexOf(normalizeName(core));
          const standsAlone = core === names[isName] && isName < size;
          return mayHaveAffix(one) && !standsAlone && editDistance(written, core, limit) <= limit;
        });
        const foundCores = targets.nearCore(written, limit).map(({ rank }) => rank);
        expect(foundCores.toSorted(byNumber)).toEqual(nearCores);
      }
    }),
    { numRuns: 50 },
  );
});

test("names with the same letters, words or core", () => {
  fc.assert(
    fc.property(worlds, ({ names, size, written }) => {
      const { targets } = lay(names, size);
      const [letters, words, { core }] = [joinWords(written), sortWords(written), formOf(written)];
      const joined = ranksWhere(names, size, (one) => joinWords(one) === letters);
      expect(targets.joinedAs(letters).toSorted(byNumber)).toEqual(joined);
      const sorted = ranksWhere(names, size, (one) => one.includes("-") && sortWords(one) === words);
      expect(targets.sortedAs(words).toSorted(byNumber)).toEqual(sorted);
      const withCore = ranksWhere(
        names,
        size,
        (one) => (mayHaveAffix(one) ? formOf(one).core : joinWords(one)) === core,
      );
      expect(targets.withCore(core).toSorted(byNumber)).toEqual(withCore);
    }),
    { numRuns: 50 },
  );
});

test("ranks, and how many names begin or end with the same words", () => {
  fc.assert(
    fc.property(worlds, ({ names, size, written }) => {
      const { targets, families } = lay(names, size);
      const place = names.indexOf(written);
      expect(targets.rankOf(written)).toBe(place < 0 || place >= size ? null : place + 1);
      expect(targets.size).toBe(size);
      const leading = ranksWhere(names, size, (one) => one.startsWith(`${written}-`));
      expect(families.leading(written)).toBe(leading.length);
      const trailing = ranksWhere(names, size, (one) => one.endsWith(`-${written}`));
      expect(families.trailing(written)).toBe(trailing.length);
    }),
    { numRuns: 50 },
  );
});

test("how usual letters are: those of the names that count, and of no others", () => {
  fc.assert(
    fc.property(worlds, ({ names, size, written }) => {
      const cut = lay(names, size).letters.logProbability(written);
      const alone = lay(names.slice(0, size), size).letters.logProbability(written);
      expect(cut).toBe(alone);
      expect(cut).toBeLessThan(0);
    }),
    { numRuns: 50 },
  );
});

function lay(names: readonly NormalizedName[], size: number): Surroundings {
  const sections = new Map(encodeSurroundings("tst", names));
  const learnt = { isUsualWord: () => false, affixOdds: () => null };
  if (size === names.length) return openSurroundings("tst", (key) => sections.get(key)!, learnt);
  return openSurroundings("tst", (key) => sections.get(key)!, learnt, undefined, size);
}

function ranksWhere(
  names: readonly NormalizedName[],
  size: number,
  belongs: (name: NormalizedName) => boolean,
): number[] {
  return names.slice(0, size).flatMap((one, place) => (belongs(one) ? [place + 1] : []));
}

function byNumber(a: number, b: number): number {
  return a - b;
}
