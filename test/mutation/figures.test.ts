/** How mutants are counted, and what `--write` puts into docs/reliability.md. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { countMutants, renderCounts, showCounts } from "../../scripts/testing/mutationFigures.mjs";

const results = (statuses: Readonly<Record<string, number>>) =>
  Object.entries(statuses).flatMap(([status, count]) => Array.from({ length: count }, () => ({ status })));

describe("an area has enough of its mutants killed", () => {
  test.each([
    ["four of five", { Killed: 4, Survived: 1 }, true],
    ["a test that never ends is a test that fails", { Killed: 3, Timeout: 1, Survived: 1 }, true],
    ["what cannot run is no mutant", { Killed: 4, Survived: 1, CompileError: 9, RuntimeError: 9 }, true],
    ["one less", { Killed: 79, Survived: 21 }, false],
    ["what no test reaches has survived", { Killed: 4, NoCoverage: 2 }, false],
    ["what a comment disables has survived", { Killed: 4, Ignored: 2 }, false],
    ["nothing was changed at all", {}, false],
  ])("%s", (_, statuses, isEnough) => {
    expect(countMutants(results(statuses)).isEnough).toBe(isEnough);
  });
});

const counted = { area: "names", minutes: 0.25, ...countMutants(results({ Killed: 3, NoCoverage: 1 })) };

test("a line says how many were killed, and whether they are too few", () => {
  expect(showCounts(counted)).toBe("mutation: names: 3 of 4 killed, 75.0 %, in 0.3 min: too few");
  expect(showCounts({ ...counted, isEnough: true })).toBe(
    "mutation: names: 3 of 4 killed, 75.0 %, in 0.3 min",
  );
});

test("a run of some areas replaces their rows and keeps the others'", () => {
  const before = "| area | mutants |\n| --- | --- |\n| `names` | old |\n| `rules` | kept |\n";
  const after = renderCounts([counted], before);
  expect(after).toContain("| `names` | 4 | 3 | 1 | 75.0 % |");
  expect(after).toContain("| `rules` | kept |");
  expect(after).not.toContain("old");
});

test("docs/reliability.md has the figures of a run, and each keeps the bar", () => {
  const [, rows = ""] =
    /<!-- mutation -->\n([\s\S]*?)<!-- \/mutation -->/.exec(readFileSync("docs/reliability.md", "utf8")) ??
    [];
  const scores = [...rows.matchAll(/^\| `[a-z]+`.* (\d+\.\d) % /gm)].map(([, score]) => Number(score));
  expect(scores).not.toEqual([]);
  for (const score of scores) expect(score).toBeGreaterThanOrEqual(80);
});
