/** Holds the schema of namesake.json to the manifest, and to what the policy makes of a file. */

import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { renderPolicySchema } from "../../scripts/schema/policySchema.mjs";
import { readPolicy } from "../../server/src/core/policy/policy.ts";
import { today } from "../support/world.ts";

const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const text = readFileSync("docs/namesake.schema.json", "utf8");

test("is what `npm run schema` writes", () => {
  expect(text).toBe(renderPolicySchema(json("package.json"), json("package.nls.json")));
});

test("names no setting by the prefix that the file does not have, and no sentence by its key", () => {
  expect(text).not.toMatch(/namesake\.(?:trust|severity|include|blocked|private)|"%/);
});

describe("accepts and refuses what the policy does", () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(text));
  const isFine = (values: unknown): boolean =>
    readPolicy([{ origin: { scope: "file", file: "namesake.json" }, values, mayRelax: true }], today).problems
      .length === 0;

  test.each([
    {},
    { $schema: "https://example.com", enable: false },
    { trustedPackages: { "acme-*": { reason: "ours", by: "us", expires: "2027-06-30" }, acme: {} } },
    { blockedPackages: { nose: {} }, privatePackages: { "acme-*": {} } },
    { trust: { requireReason: true, requireTeamForMalicious: true } },
    { severity: { typosquat: "off", "expired-trust": "hint" } },
    { sensitivity: "quiet", include: ["a/**"], exclude: [], maxProblems: 1 },
    { indexUrl: "https://pypi.example.com/simple/" },
  ])("%j", (values) => {
    expect([validate(values), isFine(values)]).toEqual([true, true]);
  });

  test.each([
    { trustedPackage: {} },
    { trustedPackages: { "*": {} } },
    { trustedPackages: { acme: { expires: "soon" } } },
    { trustedPackages: ["acme"] },
    { trust: { requireReasons: true } },
    { trust: { requireReason: "yes" } },
    { severity: { typosquatt: "off" } },
    { severity: { typosquat: "fatal" } },
    { sensitivity: "loud" },
    { maxProblems: 0 },
    { include: [""] },
    { "trace.server": "verbose" },
  ])("not %j", (values) => {
    expect([validate(values), isFine(values)]).toEqual([false, false]);
  });
});
