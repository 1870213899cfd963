/** The figures of `docs/detection.md` are the measured ones, and they hold the bar. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Sensitivity } from "../../server/src/core/lookalike/index.ts";
import { judgeName } from "../../server/src/core/rules/index.ts";
import { shippedKnowledge } from "../support/knowledge.ts";
import { makeWorld } from "../support/world.ts";
import { readCases } from "./cases.ts";
import type { Measures } from "./measure.ts";
import { measureAll, reportAsText, sensitivities } from "./report.ts";

const cases = readCases("test/evaluation/cases");
const measured = measureAll(cases, shippedKnowledge());

/** At least, or at most, in the order quiet, balanced, strict; null where no bar was set. */
type Bar = readonly [quiet: number | null, balanced: number | null, strict: number | null];

const atLeast: Readonly<Partial<Record<keyof Measures, Bar>>> = {
  recall: [0.65, 0.83, 0.88],
  rightTargetFirst: [0.63, 0.81, 0.86],
  liveSquats: [null, 0.6, null],
  defects: [null, 0.95, 0.95],
};

const atMost: Readonly<Partial<Record<keyof Measures, Bar>>> = {
  strangers: [0.007, 0.025, 0.06],
  tail: [0.012, 0.034, 0.07],
  knownTail: [null, 0.01, null],
  realFiles: [0.0005, 0.0008, 0.0012],
  popularAccused: [0, 0, 0],
  malwareMissed: [0, 0, 0],
};

describe.each(sensitivities.map((sensitivity, place) => [sensitivity, place] as const))(
  "%s",
  (sensitivity, place) => {
    test.each(barsOf(atLeast, place))("%s is at least %d", (measure, bar) => {
      expect(figure(sensitivity, measure)).toBeGreaterThanOrEqual(bar);
    });
    test.each(barsOf(atMost, place))("%s is at most %d", (measure, bar) => {
      expect(figure(sensitivity, measure)).toBeLessThanOrEqual(bar);
    });
  },
);

test("docs/detection.md has the figures as they are measured", () => {
  const recorded = /<!-- figures -->\n([\s\S]*?)\n<!-- end of figures -->/.exec(
    readFileSync("docs/detection.md", "utf8"),
  )?.[1];
  // Measured anew by test/evaluation/evaluate.ts. Whoever changes a figure for the worse owes the document a reason.
  expect(withoutPadding(recorded ?? "")).toBe(withoutPadding(reportAsText(measured)));
});

test("a good project with bad releases is never called malicious", () => {
  const world = makeWorld();
  for (const project of ["litellm", "ultralytics", "num2words"]) {
    expect(judgeName({ kind: "distribution", name: project }, world).code).toBeNull();
  }
  expect(judgeName({ kind: "distribution", name: "always-updates" }, world).code).toBe("malicious-package");
});

/** Tables whose columns are aligned say the same as those that are not. */
function withoutPadding(table: string): string {
  return table.replace(/-{3,}/g, "---").replace(/ +/g, " ").trim();
}

function figure(sensitivity: Sensitivity, measure: keyof Measures): number {
  return measured[sensitivity].measures[measure];
}

function barsOf(
  bars: Readonly<Partial<Record<keyof Measures, Bar>>>,
  place: number,
): [keyof Measures, number][] {
  return Object.entries(bars).flatMap(([measure, bar]) => {
    const value = bar[place];
    return value === null || value === undefined
      ? []
      : [[measure as keyof Measures, value] as [keyof Measures, number]];
  });
}
