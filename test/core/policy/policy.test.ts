import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeName } from "../../../server/src/core/names.ts";
import { isWatched, type PolicyLayer, readPolicy } from "../../../server/src/core/policy/policy.ts";
import { today } from "../../support/world.ts";

const layer = (
  values: unknown,
  scope: "user" | "workspace" | "folder" = "workspace",
  mayRelax = true,
): PolicyLayer => ({
  origin: { scope, file: null },
  values,
  mayRelax,
});

const read = (...layers: PolicyLayer[]) => readPolicy(layers, today);

function isTrusted(values: unknown, name: string): boolean {
  const { trusted } = read(layer({ trustedPackages: values })).policy;
  return (trusted.exact(normalizeName(name)) ?? trusted.pattern(normalizeName(name))) !== null;
}

describe("trusted packages", () => {
  test.each([
    { values: { "acme-core": {} }, name: "Acme_Core", trusted: true },
    { values: { "Acme.Core": {} }, name: "acme-core", trusted: true },
    { values: { "acme-*": {} }, name: "acme-core", trusted: true },
    { values: { "acme_*": {} }, name: "acme-core", trusted: true },
    { values: { "*-internal": {} }, name: "billing-internal", trusted: true },
    { values: { "a*b*c": {} }, name: "axxbyyc", trusted: true },
    { values: { "a*b*c": {} }, name: "axxyyc", trusted: false },
    { values: { "acme-core": {} }, name: "acme-cores", trusted: false },
    { values: { "acme-*": {} }, name: "acme", trusted: false },
    { values: { "acme-*": {} }, name: "notacme-core", trusted: false },
    { values: { "ab*ba": {} }, name: "aba", trusted: false },
    { values: { "*": {} }, name: "requests", trusted: false },
    { values: { "**": {} }, name: "requests", trusted: false },
    { values: { "-*": {} }, name: "requests", trusted: false },
    { values: { "acme-core": { expires: today } }, name: "acme-core", trusted: true },
    { values: { "acme-core": { expires: "2026-06-22" } }, name: "acme-core", trusted: false },
    { values: { "acme-core": { expires: "2026-02-30" } }, name: "acme-core", trusted: false },
    { values: { "acme-core": { expires: "soon" } }, name: "acme-core", trusted: false },
  ])("$values: $name is trusted: $trusted", ({ values, name, trusted }) => {
    expect(isTrusted(values, name)).toBe(trusted);
  });

  test("add up over the scopes, and the nearest one's details win", () => {
    const { policy } = read(
      layer({ trustedPackages: { mine: {}, shared: { reason: "mine" } } }, "user"),
      layer({ trustedPackages: { ours: {}, shared: { reason: "ours" } } }),
    );
    const reasons = ["mine", "ours", "shared"].map(
      (name) => policy.trusted.exact(normalizeName(name))?.reason,
    );
    expect(reasons).toEqual([null, null, "ours"]);
  });
});

describe("single values", () => {
  test("of the nearest scope win; absent and wrong ones override nothing", () => {
    const { policy, problems } = read(
      layer({ sensitivity: "strict", maxProblems: 5, enable: false }, "user"),
      layer({ sensitivity: "loud", maxProblems: null, enable: true }),
    );
    expect(policy).toMatchObject({ sensitivity: "strict", maxProblems: 5, enable: true });
    expect(problems).toMatchObject([
      { key: "namesake.sensitivity", found: "loud", expected: "quiet, balanced, strict" },
    ]);
  });

  test.each([
    { values: { enable: "yes" }, key: "namesake.enable" },
    { values: { maxProblems: 0 }, key: "namesake.maxProblems" },
    { values: { severity: { typosquatt: "error" } }, key: "namesake.severity" },
    { values: { severity: { typosquat: 1 } }, key: "namesake.severity.typosquat" },
    { values: { trustedPackages: ["acme"] }, key: "namesake.trustedPackages" },
    { values: { trustedPackages: { "*": {} } }, key: "namesake.trustedPackages.*" },
    {
      values: { trustedPackages: { acme: { expires: "2026-13-01" } } },
      key: "namesake.trustedPackages.acme.expires",
    },
    { values: { exclude: [""] }, key: "namesake.exclude" },
  ])("$values is named as a problem", ({ values, key }) => {
    expect(read(layer(values)).problems.map((problem) => problem.key)).toContain(key);
  });

  test.each([{}, null, undefined, 3, "text", [], { other: 1 }, { severity: { typosquat: "off" } }])(
    "%j is no problem",
    (values) => {
      expect(read(layer(values)).problems).toEqual([]);
    },
  );
});

test("a layer that may not relax can only block", () => {
  const { policy } = read(
    layer(
      {
        enable: false,
        trustedPackages: { acme: {} },
        severity: { typosquat: "off" },
        blockedPackages: { bad: {} },
        privatePackages: { acme: {} },
        indexUrl: "https://example.com/",
      },
      "workspace",
      false,
    ),
  );
  expect(policy.enable).toBe(true);
  expect(policy.trusted.exact(normalizeName("acme"))).toBeNull();
  expect(policy.private.exact(normalizeName("acme"))).toBeNull();
  expect(policy.indexUrl).toBe("");
  expect(policy.severity.size).toBe(0);
  expect(policy.blocked.exact(normalizeName("bad"))).not.toBeNull();
});

describe("what one layer requires, no other can undo", () => {
  const entries = { trustedPackages: { bare: {}, said: { reason: "ours" } } };
  const trustedNames = (...layers: PolicyLayer[]) =>
    ["bare", "said"].filter((name) => read(...layers).policy.trusted.exact(normalizeName(name)));

  test.each([
    { layers: [layer(entries)], trusted: ["bare", "said"] },
    { layers: [layer(entries), layer({ "trust.requireReason": true })], trusted: ["said"] },
    { layers: [layer({ trust: { requireReason: true } }, "user"), layer(entries)], trusted: ["said"] },
    {
      layers: [
        layer({ trust: { requireReason: true } }),
        layer({ ...entries, trust: { requireReason: false } }),
      ],
      trusted: ["said"],
    },
    {
      layers: [layer({ trust: { requireReason: true } }, "workspace", false), layer(entries)],
      trusted: ["said"],
    },
    { layers: [layer({ trust: { requireReason: "yes" } }), layer(entries)], trusted: ["bare", "said"] },
  ])("$layers", ({ layers, trusted }) => {
    expect(trustedNames(...layers)).toEqual(trusted);
  });

  test("and an entry without a reason is named", () => {
    const { problems } = read(layer({ ...entries, trust: { requireReason: true } }));
    expect(problems).toMatchObject([{ key: "namesake.trustedPackages.bare", kind: "reason" }]);
  });
});

describe("the address of the index", () => {
  test.each(["", "https://pypi.example.com/simple/", "http://localhost:3141/root/"])(
    "can be %j",
    (indexUrl) => {
      const { policy, problems } = read(layer({ indexUrl }));
      expect([policy.indexUrl, problems]).toEqual([indexUrl, []]);
    },
  );

  test.each(["ftp://example.com", "pypi.example.com", "https://", "https:///x", 3])(
    "cannot be %j",
    (indexUrl) => {
      const { policy, problems } = read(layer({ indexUrl }));
      expect([policy.indexUrl, problems.length]).toEqual(["", 1]);
    },
  );

  test("is shown without its password", () => {
    const [problem] = read(layer({ indexUrl: "htps://me:secret@example.com/" })).problems;
    expect(problem?.found).toBe("htps://…@example.com/");
  });
});

describe("a policy file", () => {
  const file = (values: unknown): PolicyLayer => ({
    origin: { scope: "file", file: "namesake.json" },
    values,
    mayRelax: true,
  });

  test.each([
    { values: { trustedPackage: {} }, key: "namesake.trustedPackage" },
    { values: { trust: { requireReasons: true } }, key: "namesake.trust.requireReasons" },
    { values: { "namesake.enable": true }, key: "namesake.namesake.enable" },
  ])("has no setting such as $values", ({ values, key }) => {
    expect(read(file(values)).problems).toMatchObject([{ key, kind: "key" }]);
  });

  test.each([
    { enable: true, $schema: "https://example.com" },
    { trust: { requireReason: true, requireTeamForMalicious: false } },
    { "trust.requireReason": true },
    { privatePackages: { "acme-*": { by: "us" } }, severity: { "expired-trust": "off" } },
  ])("can say %j", (values) => {
    expect(read(file(values)).problems).toEqual([]);
  });

  test("wins over the settings before it, and its lists add to theirs", () => {
    const { policy } = read(
      layer({ sensitivity: "quiet", trustedPackages: { mine: {} } }, "folder"),
      file({ sensitivity: "strict", trustedPackages: { ours: {} } }),
    );
    expect(policy.sensitivity).toBe("strict");
    expect(policy.trusted.rules.map(({ key }) => key)).toEqual(["mine", "ours"]);
  });
});

test("an expired entry is found until another one covers the name", () => {
  const old = { expires: "2020-01-01" };
  const expired = (trustedPackages: object, name: string) =>
    read(layer({ trustedPackages })).policy.trusted.expired(normalizeName(name))?.key ?? null;
  expect(expired({ "acme-*": old }, "acme-core")).toBe("acme-*");
  expect(expired({ "acme-*": old, "acme-core": old }, "acme-core")).toBe("acme-core");
  expect(expired({ "acme-*": old, "acme-core": {} }, "acme-core")).toBeNull();
  expect(expired({ "acme-*": {}, "acme-core": old }, "acme-core")).toBeNull();
  expect(expired({ "acme-*": old }, "other")).toBeNull();
  expect(expired({ "acme-core": { expires: today } }, "acme-core")).toBeNull();
});

test("any value whatever gives a policy", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (values, inner) => {
      read(
        layer(values),
        layer({ trustedPackages: inner, severity: inner, include: inner, maxProblems: inner }),
        layer({ privatePackages: inner, indexUrl: inner, trust: inner, "trust.requireReason": inner }),
      );
    }),
  );
});

test("exclude wins over include, and no include means every file", () => {
  const { policy } = read(layer({ include: ["src/**"], exclude: ["**/vendor/**"] }));
  expect(isWatched("src/requirements.txt", policy)).toBe(true);
  expect(isWatched("src/vendor/requirements.txt", policy)).toBe(false);
  expect(isWatched("requirements.txt", policy)).toBe(false);
  expect(isWatched("requirements.txt", read().policy)).toBe(true);
});

test("the last of many patterns counts, and many take no longer each than few", () => {
  const many = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`acme-${index}-*`, {}]));
  const started = performance.now();
  const { policy } = read(
    layer({ trustedPackages: { "acme-*": { reason: "user" } } }, "user"),
    layer({ trustedPackages: { ...many, "*-1-core": {} } }),
  );
  const key = (name: string) => policy.trusted.pattern(normalizeName(name))?.key;
  expect(["acme-1-core", "acme-1-x", "acme-x", "other"].map(key)).toEqual([
    ...["*-1-core", "acme-1-*", "acme-*"],
    undefined,
  ]);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test("a pattern that is not understood is named and left out, the others count", () => {
  const { policy, problems } = read(
    layer({ include: ["src/**", "+(a|aa)/**"], exclude: ["{1..9}", "**/old/**"] }),
  );
  expect(problems).toMatchObject([
    { key: "namesake.include", kind: "type", found: "+(a|aa)/**" },
    { key: "namesake.exclude", kind: "type", found: "{1..9}" },
  ]);
  expect(isWatched("src/requirements.txt", policy)).toBe(true);
  expect(isWatched("requirements.txt", policy)).toBe(false);
  expect(isWatched("src/old/requirements.txt", policy)).toBe(false);
});
