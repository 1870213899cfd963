/** Which modules an import is compared with, and where they come from. */

import { describe, expect, test } from "vitest";
import {
  encodeModules,
  type ModuleFacts,
  type ModuleSurroundings,
  openModules,
} from "../../../server/src/core/lookalike/modules.ts";
import { normalizeName } from "../../../server/src/core/names.ts";

const names = (text: string) => text.split(" ").map(normalizeName);

const facts: ModuleFacts = {
  popular: names("requests pillow scikit-learn google-auth dataclasses pyyaml setuptools yaml-tools").map(
    (name) => ({ name }),
  ),
  imports: new Map([
    ["PIL", names("pillow")],
    ["sklearn", names("scikit-learn")],
    ["yaml", names("yaml-tools pyyaml")],
    ["_yaml", names("pyyaml")],
    ["Yaml", names("yaml-tools")],
    ["setuptools", names("setuptools")],
    ["pkg_resources", names("setuptools obscure")],
    ["hidden", names("obscure")],
    ["dataclasses", names("dataclasses")],
  ]),
  standardLibrary: new Map([["dataclasses", []]]),
};

function open(popularSize: number, { popular, imports, standardLibrary } = facts): ModuleSurroundings {
  const sections = new Map(encodeModules({ popular, imports, standardLibrary }));
  const learnt = { isUsualWord: () => false, affixOdds: () => null };
  return openModules((name) => sections.get(name)!, learnt, popularSize);
}

function modulesOf({ targets, moduleOf }: ModuleSurroundings): string[] {
  return Array.from({ length: targets.size }, (_, place) => {
    const { name, rank } = moduleOf(place + 1);
    return `${name} of ${rank}`;
  });
}

test("each module once, as one imports it, with the best distribution that provides it", () => {
  expect(modulesOf(open(8))).toEqual([
    "requests of 1",
    "PIL of 2",
    "sklearn of 3",
    "google_auth of 4",
    "yaml of 6",
    "pkg_resources of 7",
    "setuptools of 7",
  ]);
});

describe("of so many distributions only", () => {
  test.each([
    [0, 0],
    [1, 1],
    [3, 3],
    [5, 4],
    [6, 5],
    [7, 7],
    [5_000, 7],
  ])("%i provide %i modules", (popularSize, modules) => {
    const { targets } = open(popularSize);
    expect(targets.size).toBe(modules);
    expect(targets.rankOf("sklearn")).toBe(modules >= 3 ? 3 : null);
  });
});

test("are found in whichever spelling", () => {
  const { targets, moduleOf } = open(8);
  expect(moduleOf(targets.rankOf(normalizeName("google_auth"))!)).toEqual({ name: "google_auth", rank: 4 });
  expect(moduleOf(targets.rankOf(normalizeName("pil"))!).name).toBe("PIL");
  expect(targets.rankOf(normalizeName("_yaml"))).toBeNull();
  expect(targets.rankOf(normalizeName("hidden"))).toBeNull();
});

test("the five thousand most popular distributions have a say, and no others", () => {
  const popular = Array.from({ length: 5_001 }, (_, place) => ({ name: inLetters(place) }));
  const modules = open(6_000, { popular, imports: new Map(), standardLibrary: new Map() });
  expect(modules.targets.size).toBe(5_000);
  expect(modules.moduleOf(5_000)).toEqual({ name: "of_ejjj", rank: 5_000 });
});

function inLetters(place: number) {
  return normalizeName(`of-${String(place).replace(/\d/g, (digit) => "abcdefghij"[Number(digit)]!)}`);
}
