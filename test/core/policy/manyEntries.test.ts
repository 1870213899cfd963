/** Lists as long as only strangers write them: a name is looked up, and the lists are described, without going through all of it each time. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeName } from "../../../server/src/core/names.ts";
import { describePolicy } from "../../../server/src/core/policy/describePolicy.ts";
import { isNameOrPattern, makeNameRules, type NameRule } from "../../../server/src/core/policy/nameRules.ts";
import { isMadeOf } from "../../../server/src/core/wildcards.ts";
import { today } from "../../support/world.ts";

const origin = { scope: "file", file: "namesake.json" } as const;
const rule = (key: string): NameRule => ({ key, reason: null, by: null, expires: null, origin });
const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);

/** The best of three, since a busy machine only makes it longer. */
function milliseconds(run: () => unknown): number {
  const times = numbers(3).map(() => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}

test("a name meets only the patterns that it begins like", () => {
  const names = numbers(2_000).map((number) => normalizeName(`some-package-${number}`));
  const lookUp = (count: number): number => {
    const { pattern } = makeNameRules(
      numbers(count).map((number) => rule(`acme-${number}-*`)),
      today,
    );
    return milliseconds(() => expect(names.filter((name) => pattern(name))).toEqual([]));
  };
  // A thousand times as many.
  expect(lookUp(100_000)).toBeLessThan(20 * lookUp(100) + 20);
});

test("the last pattern that covers a name is the one of a search through all", () => {
  const written = fc.stringMatching(/^[ab*-]{1,6}$/).filter(isNameOrPattern);
  fc.assert(
    fc.property(fc.array(written, { maxLength: 30 }), fc.stringMatching(/^[ab-]{0,8}$/), (keys, text) => {
      const name = normalizeName(text);
      const rules = keys.map(rule);
      const expected = rules.findLast(
        ({ key }) => key.includes("*") && isMadeOf(name, normalizeName(key).split("*")),
      );
      expect(makeNameRules(rules, today).pattern(name)).toBe(expected ?? null);
    }),
  );
});

test("a list is described in time in line with its length", () => {
  const describe = (count: number): number => {
    const trustedPackages = Object.fromEntries(numbers(count).map((number) => [`acme-${number}`, {}]));
    const layers = [{ origin, values: { trustedPackages }, mayRelax: true }];
    return milliseconds(() => expect(describePolicy(layers, today).length).toBeGreaterThan(count));
  };
  // Eight times as many; each with each would take 64 times as long.
  expect(describe(40_000)).toBeLessThan(30 * describe(5_000));
});
