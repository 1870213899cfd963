import { describe, expect, test } from "vitest";
import type { Measured } from "./measure.ts";
import { type Result, renderJson, renderText } from "./report.ts";
import { exponent, summarize, timesTheFloor } from "./statistics.ts";

describe("summarize", () => {
  test.each([
    [[5], { median: 5, lowest: 5, highest: 5, percentile99: 5 }],
    [[30, 10, 20], { median: 20, lowest: 10, highest: 30, percentile99: 30 }],
    [[4, 1, 3, 2], { median: 2.5, lowest: 1, highest: 4, percentile99: 4 }],
    [[10, 9, 100], { median: 10, lowest: 9, highest: 100, percentile99: 100 }],
  ])("%j", (samples, summary) => {
    expect(summarize(samples)).toEqual(summary);
  });
});

test("ninety-nine of a hundred samples are no higher than percentile 99", () => {
  const samples = Array.from({ length: 1_000 }, (_, place) => place + 1);
  expect(summarize(samples).percentile99).toBe(990);
});

describe("exponent", () => {
  const curve = (...medians: number[]) => ({
    what: "work",
    isFloor: false,
    points: medians.map((median, step) => ({ size: 10 ** step, median })),
  });
  test.each([
    ["constant", [5, 5, 5], 0],
    ["linear", [1, 10, 100], 1],
    ["quadratic", [1, 100, 10_000], 2],
    ["a fixed cost at first, linear at last", [10, 10, 100], 1],
  ])("%s", (_, medians, power) => {
    expect(exponent(curve(...medians))).toBeCloseTo(power, 10);
  });
});

describe("a result", () => {
  const samples = [30, 10, 20];
  const floor = [8, 8, 8];
  const outcome: Measured = {
    comparisons: [
      {
        what: "asked → answered",
        unit: "ms",
        samples,
        floors: [{ what: "silence", samples: floor }],
        goals: [timesTheFloor(samples, floor, 3), timesTheFloor(samples, floor, 2)],
      },
    ],
    growth: [
      {
        what: "asked → answered",
        of: "words",
        unit: "ms",
        curves: [
          {
            what: "ours",
            isFloor: false,
            points: [
              { size: 10, median: 2 },
              { size: 100, median: 200 },
            ],
          },
        ],
      },
    ],
  };
  const results: Result[] = [
    { measure: { id: "waiting", title: "Waiting", run: async () => outcome }, outcome },
    {
      measure: { id: "flying", title: "Flying", run: async () => outcome },
      outcome: { missing: "There are no wings." },
    },
  ];

  test("as text stands beside its floor and says which goals are kept", () => {
    const lines = renderText(results)
      .split("\n")
      .map((line) => line.replaceAll(/ {2,}/g, "  "));
    expect(lines).toContain("Waiting");
    expect(lines).toContain("  asked → answered  20 ms  (10 – 30)");
    expect(lines).toContain("  floor: silence  8 ms  (8 – 8)  × 2.50");
    expect(lines).toContain("  goal kept: times the floor × 2.50, ≤ × 3 wanted");
    expect(lines).toContain("  goal MISSED: times the floor × 2.50, ≤ × 2 wanted");
    expect(lines).toContain("  ours: 10: 2 ms, 100: 200 ms; power 2.00");
    expect(lines).toContain("  not measured: There are no wings.");
    expect(lines).toContain("Goals kept: 1, missed: 2, measures that could not be run here: 1.");
  });

  test("as JSON has the same figures", () => {
    expect(JSON.parse(renderJson(results))).toMatchObject({
      version: 2,
      measures: [
        {
          id: "waiting",
          comparisons: [
            {
              unit: "ms",
              samples: 3,
              median: 20,
              lowest: 10,
              highest: 30,
              floors: [{ what: "silence", median: 8, times: 2.5 }],
              goals: [
                { limit: 3, kept: true },
                { limit: 2, kept: false },
              ],
            },
          ],
          growth: [{ curves: [{ exponent: 2 }], goals: [{ kept: false }] }],
        },
        { id: "flying", missing: "There are no wings." },
      ],
    });
  });
});
