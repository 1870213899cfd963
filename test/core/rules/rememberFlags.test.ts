/** What is remembered of a name is what judging it anew would say, whatever was judged before. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeName, type NameToJudge } from "../../../server/src/core/rules/index.ts";
import { rememberFlags } from "../../../server/src/core/rules/rememberFlags.ts";
import { makeWorld } from "../../support/world.ts";

const plain = makeWorld();
const worlds = [
  plain,
  { ...plain, workspace: makeWorld({}, { paths: ["reqeusts.py"] }).workspace },
  makeWorld({ trustedPackages: { reqeusts: "our fork" } }),
  makeWorld({ severity: { typosquat: "off" } }),
  makeWorld({}, { paths: ["reqeusts.py"], installed: ["acme-billing"] }),
];
const names = [
  "requests",
  "reqeusts",
  "REQEUSTS",
  "num2words",
  "json",
  "acme-billing",
  "acme_billing",
  "litellm",
  "рandas",
  "zzqqxxwwvv",
];
const specifiers = [null, "==1.82.7", "==1.82.8", ">=1", "==2.31.0"];
const index = { host: "pypi.example.org", tool: "pip" as const };

const distribution = fc.record({
  kind: fc.constant("distribution" as const),
  name: fc.constantFrom(...names),
  direct: fc.boolean(),
  specifier: fc.constantFrom(...specifiers),
  privateIndex: fc.constantFrom(null, index, { ...index, tool: "uv" as const }),
});
const module = fc.record({
  kind: fc.constant("module" as const),
  name: fc.constantFrom(...names),
  guard: fc.constantFrom(null, "import-error" as const, "type-checking" as const),
});

test("whatever stands beside a name, and in whichever world", () => {
  fc.assert(
    fc.property(fc.constantFrom(...worlds), fc.oneof(distribution, module), (world, toJudge) => {
      const verdict = judgeName(toJudge, world);
      expect(rememberFlags(world)(toJudge)).toEqual(verdict.code === null ? null : verdict);
    }),
    { numRuns: 2_000 },
  );
});

test("the very same, asked for again", () => {
  const toJudge: NameToJudge = { kind: "distribution", name: "reqeusts" };
  const flagged = rememberFlags(worlds[0]!)(toJudge);
  expect(flagged?.code).toBe("typosquat");
  expect(rememberFlags(worlds[0]!)(toJudge)).toBe(flagged);
  expect(rememberFlags(makeWorld())(toJudge)).not.toBe(flagged);
});
