/** What goes into the pack comes out of it; what is no pack is refused with a reason. */

import { describe, expect, test } from "vitest";
import { readFacts } from "../../../data/readFacts.ts";
import type { Knowledge } from "../../../server/src/core/knowledge/knowledge.ts";
import {
  encodeKnowledge,
  type Facts,
  openKnowledge,
} from "../../../server/src/core/knowledge/openKnowledge.ts";
import type { PackProblem } from "../../../server/src/core/knowledge/pack.ts";
import { describePackProblem, renderMessage } from "../../../server/src/core/messages.ts";
import { normalizeName } from "../../../server/src/core/names.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";

const name = normalizeName;
const facts: Facts = {
  dates: { popular: "2026-06-16", known: "2022-06-01", malicious: "2026-08-22" },
  popular: [
    { name: name("zeta"), downloads: 500 },
    { name: name("alpha"), downloads: null },
    { name: name("json"), downloads: null },
    { name: name("other-one"), downloads: null },
  ],
  known: [name("obscure")],
  reviewed: [name("reviewed"), name("alpha")],
  malicious: [
    { name: name("evil"), advisory: "MAL-2025-2925", reported: "2025-03-28" },
    { name: name("bad"), advisory: null, reported: "" },
    { name: name("json"), advisory: null, reported: "" },
    { name: name("late"), advisory: "MAL-2031-193014", reported: "2031-12-24" },
  ],
  compromised: new Map([[name("alpha"), ["1.0", "1.1"]]]),
  imports: new Map([
    ["Zed", [name("zeta"), name("alpha")]],
    ["zeta", [name("zeta")]],
    ["json", [name("zeta")]],
  ]),
  standardLibrary: new Map([["json", ["2.7", "3.6"]]]),
  systemLibraries: [],
  misnomers: new Map([[name("zed-lib"), [name("zeta")]]]),
  honest: [name("zetta")],
  words: new Map([
    ["env", 12],
    ["rare", 9],
  ]),
  affixOdds: new Map([
    ["-env", 1.25],
    ["-stubs", -3.5],
  ]),
};

describe("round trip", () => {
  const known = openKnowledge(encodeKnowledge(facts)) as Knowledge;

  test("popular names, by rank and by name", () => {
    expect(known.popular.size).toBe(4);
    expect([1, 2].map((rank) => known.popular.nameAt(rank))).toEqual(["zeta", "alpha"]);
    expect(known.popular.rankOf(name("alpha"))).toBe(2);
    expect(known.popular.rankOf(name("beta"))).toBeNull();
    expect(known.popular.downloadsOf(name("zeta"))).toBe(500);
    expect(known.popular.downloadsOf(name("alpha"))).toBeNull();
  });

  test("what is known, reviewed, malicious, compromised", () => {
    expect(["zeta", "obscure", "reviewed"].every((one) => known.isKnown(name(one)))).toBe(true);
    expect(known.isKnown(name("unheard-of"))).toBe(false);
    expect(["reviewed", "alpha", "zeta"].map((one) => known.isReviewed(name(one)))).toEqual([
      true,
      true,
      false,
    ]);
    expect(known.malwareEntry(name("evil"))).toEqual({ advisory: "MAL-2025-2925" });
    expect(known.malwareEntry(name("late"))).toEqual({ advisory: "MAL-2031-193014" });
    expect(known.malwareEntry(name("bad"))).toEqual({ advisory: null });
    expect(known.malwareEntry(name("json"))).toEqual({ advisory: null });
    expect(known.malwareEntry(name("zeta"))).toBeNull();
    expect(known.compromisedReleases(name("alpha"))).toEqual(["1.0", "1.1"]);
    expect(known.compromisedReleases(name("zeta"))).toBeNull();
  });

  test("modules and misnomers", () => {
    expect(known.distributionsOf("Zed")).toEqual(["zeta", "alpha"]);
    expect(known.distributionsOf("other")).toEqual([]);
    expect(known.distributionsOf("zeta")).toEqual(["zeta"]);
    expect(known.distributionsOf("json")).toEqual(["zeta"]);
    const modules = known.surroundings.ofModules();
    // Not what the standard library has; of its own name where nothing is on record.
    expect([1, 2, 3].map((rank) => modules.moduleOf(rank))).toEqual([
      { name: "Zed", rank: 1 },
      { name: "zeta", rank: 1 },
      { name: "other_one", rank: 4 },
    ]);
    expect(known.standardLibraryVersions("json")).toEqual(["2.7", "3.6"]);
    expect(known.standardLibraryVersions("zed")).toBeNull();
    expect(known.misnomerOf(name("zed-lib"))).toEqual(["zeta"]);
    expect(known.misnomerOf(name("zeta"))).toEqual([]);
    expect([known.isHonest(name("zetta")), known.isHonest(name("zeta"))]).toEqual([true, false]);
  });

  test("learnt tables", () => {
    const { learnt } = known.surroundings.ofDistributions();
    expect(["env", "rare", "new"].map(learnt.isUsualWord)).toEqual([true, false, false]);
    expect([learnt.affixOdds("-env"), learnt.affixOdds("-stubs")]).toEqual([1.25, -3.5]);
    expect(learnt.affixOdds("-other")).toBeNull();
  });
});

test("what ships answers for each popular name as the lists do", () => {
  const lists = readFacts("data");
  const known = shippedKnowledge();
  const reviewed = new Set(lists.reviewed);
  const malicious = new Map(lists.malicious.map((row) => [row.name, { advisory: row.advisory }]));
  const wrong = lists.popular.filter(
    ({ name: popular }) =>
      known.isReviewed(popular) !== reviewed.has(popular) ||
      known.malwareEntry(popular)?.advisory !== malicious.get(popular)?.advisory ||
      String(known.distributionsOf(popular)) !== String(lists.imports.get(popular) ?? "") ||
      String(known.standardLibraryVersions(popular)) !== String(lists.standardLibrary.get(popular) ?? null),
  );
  expect(wrong).toEqual([]);
});

test("a pack is opened wherever it lies within other bytes", () => {
  const pack = encodeKnowledge(facts);
  const among = new Uint8Array(pack.length + 1);
  among.set(pack, 1);
  const known = openKnowledge(among.subarray(1)) as Knowledge;
  expect(known.popular.nameAt(1)).toBe("zeta");
});

describe("no pack", () => {
  const pack = encodeKnowledge(facts);
  test.each([
    ["empty file", new Uint8Array(), "not-a-pack", "not one of its own"],
    [
      "another file",
      new TextEncoder().encode("<!doctype html><title>Not found</title>"),
      "not-a-pack",
      "not one of its own",
    ],
    ["cut off", pack.subarray(0, pack.length - 5), "truncated", `${pack.length - 5} of ${pack.length}`],
    [
      "a flipped bit",
      pack.map((byte, place) => (place === pack.length - 40 ? byte ^ 1 : byte)),
      "damaged",
      "data file is damaged",
    ],
    [
      "another version",
      pack.map((byte, place) => (place === 8 ? byte + 1 : byte)),
      "other-version",
      "this program reads version",
    ],
  ])("%s", (_, bytes, kind, said) => {
    const problem = openKnowledge(bytes) as PackProblem;
    expect(problem).toMatchObject({ kind });
    expect(renderMessage(describePackProblem(problem))).toContain(said);
  });
});
