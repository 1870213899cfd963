/** What a check shows of a text that has more findings than the policy wants to see. */

import { describe, expect, test } from "vitest";
import { checkReading, readText } from "../../server/src/core/check.ts";
import { makeWorld } from "../support/world.ts";

function shown(text: string, settings: Readonly<Record<string, unknown>>) {
  const { findings, cut } = checkReading(readText({ path: "requirements.txt", text }), makeWorld(settings));
  return { names: findings.map(({ reference }) => reference.name), cut };
}

const malicious = "always-updates";
const madeUp = Array.from({ length: 5 }, (_, index) => `zzz-made-up-${index}-zzz`);

describe("of more findings than are wanted", () => {
  const text = [...madeUp, "reqeusts", malicious, "reqeusts"].join("\n");

  test.each([
    [1, [malicious], 7],
    [2, ["reqeusts", malicious], 6],
    [3, ["reqeusts", malicious, "reqeusts"], 5],
    [4, [madeUp[0], "reqeusts", malicious, "reqeusts"], 4],
    [8, [...madeUp, "reqeusts", malicious, "reqeusts"], 0],
    [100, [...madeUp, "reqeusts", malicious, "reqeusts"], 0],
  ])("the gravest %i are kept, in the order of the text", (maxProblems, names, cut) => {
    expect(shown(text, { maxProblems })).toEqual({ names, cut });
  });

  test("what the policy says is grave counts", () => {
    const severity = { "unknown-package": "error", typosquat: "hint" };
    expect(shown(text, { maxProblems: 6, severity }).names).toEqual([...madeUp, malicious]);
  });

  test("the first are kept of those that are equal", () => {
    expect(shown(madeUp.join("\n"), { maxProblems: 2 })).toEqual({ names: madeUp.slice(0, 2), cut: 3 });
  });
});
