import { expect, test } from "vitest";
import { makeDecisions } from "../../client/src/findings/decisions.ts";
import type { ReviewedPackage, ReviewedPlace } from "../../server/src/lsp/protocol.ts";

function flagged(name: string, place: Partial<ReviewedPlace> = {}): ReviewedPackage {
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const fix = { title: "Replace", edits: [] };
  return {
    name,
    places: [{ uri: "", range, name, code: "typosquat", severity: "warning", message: "", fix, ...place }],
  };
}

test.each([
  ["a name with a fix", flagged("reqeusts"), "fix"],
  ["a stranger", flagged("acme", { fix: null, severity: "information" }), "trust"],
  ["a malicious name with a fix", flagged("pycryptoenv", { severity: "error" }), "fix"],
  ["a malicious name without one", flagged("evil", { fix: null, severity: "error" }), null],
])("%s is proposed to: %#", (_, each, expected) => {
  expect(makeDecisions().of(each)).toBe(expected);
});

test("nothing is ticked until somebody ticks it or chooses", () => {
  const decisions = makeDecisions();
  const [one, other] = [flagged("Acme_Core"), flagged("other")];
  expect(decisions.isTicked(one)).toBe(false);
  decisions.choose(one, "trust");
  decisions.tick(other, true);
  expect([one, other].map((each) => [decisions.of(each), decisions.isTicked(each)])).toEqual([
    ["trust", true],
    ["fix", true],
  ]);
  decisions.tick(other, false);
  expect(decisions.isTicked(other)).toBe(false);
  // The same package after a new answer of the server, in another spelling.
  expect(decisions.isTicked(flagged("acme-core"))).toBe(true);
  decisions.clear();
  expect([decisions.of(one), decisions.isTicked(one)]).toEqual(["fix", false]);
});

test("a tick without a decision counts as none until there is one", () => {
  const decisions = makeDecisions();
  const evil = flagged("evil", { fix: null, severity: "error" });
  decisions.tick(evil, true);
  expect(decisions.isTicked(evil)).toBe(false);
  decisions.choose(evil, "trust");
  expect(decisions.isTicked(evil)).toBe(true);
});
