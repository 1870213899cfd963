import { describe, expect, test } from "vitest";
import { summarize } from "./measure.ts";
import { type Result, renderJson, renderText } from "./report.ts";

describe("summarize", () => {
  test.each([
    [[5], { median: 5, lowest: 5, highest: 5 }],
    [[30, 10, 20], { median: 20, lowest: 10, highest: 30 }],
    [[4, 1, 3, 2], { median: 2.5, lowest: 1, highest: 4 }],
    [[10, 9, 100], { median: 10, lowest: 9, highest: 100 }],
  ])("%j", (samples, summary) => {
    expect(summarize(samples)).toEqual(summary);
  });
});

describe("a result", () => {
  const results: Result[] = [
    {
      measure: { id: "waiting", title: "Waiting", run: async () => [] },
      comparisons: [
        {
          what: "asked → answered",
          samples: [30, 10, 20],
          floors: [{ what: "silence", samples: [8, 8, 8] }],
        },
      ],
    },
  ];

  test("as text stands beside its floor", () => {
    const lines = renderText(results)
      .split("\n")
      .map((line) => line.replaceAll(/ {2,}/g, "  "));
    expect(lines).toContain("Waiting, 3 rounds");
    expect(lines).toContain("  asked → answered  20.0  (10.0 – 30.0)");
    expect(lines).toContain("  floor: silence  8.0  (8.0 – 8.0)  × 2.50");
  });

  test("as JSON has the same figures", () => {
    expect(JSON.parse(renderJson(results))).toMatchObject({
      version: 1,
      measures: [
        {
          id: "waiting",
          comparisons: [
            {
              rounds: 3,
              milliseconds: { median: 20, lowest: 10, highest: 30 },
              floors: [{ what: "silence", milliseconds: { median: 8 }, times: 2.5 }],
            },
          ],
        },
      ],
    });
  });
});
