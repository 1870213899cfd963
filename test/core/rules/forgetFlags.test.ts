/** What is remembered of names is bounded: more of them than a project has make the oldest forgotten. */

import { expect, test } from "vitest";
import type { NameToJudge } from "../../../server/src/core/rules/index.ts";
import { rememberFlags } from "../../../server/src/core/rules/rememberFlags.ts";
import { makeWorld } from "../../support/world.ts";

const index = { host: "pypi.example.org", tool: "pip" as const };

test("what was not asked for is forgotten when much else was, and judged again", () => {
  const flagOf = rememberFlags(makeWorld({ sensitivity: "low" }));
  const seldom: NameToJudge = { kind: "distribution", name: "reqeusts" };
  const often: NameToJudge = { kind: "distribution", name: "djang0" };
  const [first, kept] = [flagOf(seldom), flagOf(often)];
  for (let number = 0; number < 45_000; number += 1) {
    flagOf({
      kind: "distribution",
      name: `requests`,
      direct: true,
      privateIndex: { ...index, host: `${number}` },
    });
    if (number % 1_000 === 0) expect(flagOf(often)).toBe(kept);
  }
  expect(flagOf(seldom)).toEqual(first);
  expect(flagOf(seldom)).not.toBe(first);
});
