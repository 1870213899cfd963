/** What `--write` puts into docs/performance.md: a row for each goal, and a picture that says what it shows. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderFigures } from "./document.ts";
import type { Growth, Measured } from "./measure.ts";
import { renderPlot } from "./plot.ts";
import { aboveTheFloor } from "./statistics.ts";

const growth: Growth = {
  what: "Asking <all>",
  of: "words",
  unit: "ms",
  curves: [
    { what: "ours", isFloor: false, points: points(1, 10, 1_000) },
    { what: "silence", isFloor: true, points: points(1, 1, 1) },
  ],
};
const outcome: Measured = {
  comparisons: [
    {
      what: "asked → answered",
      unit: "ms",
      samples: [20],
      floors: [{ what: "silence", samples: [8] }],
      goals: [aboveTheFloor([20], [8], 12, "ms"), aboveTheFloor([20], [8], 2, "ms")],
    },
  ],
  growth: [growth],
};
const run = async () => outcome;
const figures = renderFigures([
  { measure: { id: "waiting", title: "Waiting", run }, outcome },
  { measure: { id: "flying", title: "Flying", run }, outcome: { missing: "There are no wings." } },
]);

test("each goal has a row that says whether it is kept", () => {
  expect(figures).toContain(
    "| Waiting: asked → answered | 20 ms | 8 ms, silence | above the floor ≤ 12 ms | 12 ms | kept |\n" +
      "|  |  |  | above the floor ≤ 2 ms | 12 ms | **missed** |\n",
  );
});

test("worse than linear growth is missed, and a floor has no goal", () => {
  expect(figures).toContain("| Asking <all> | words | 1 ms, 10 ms, 1000 ms | 2.00 | **missed** |\n");
  expect(figures).toContain("| floor: silence | words | 1 ms, 1 ms, 1 ms | 0.00 |  |\n");
});

test("what could not be measured is said", () => {
  expect(figures).toContain("Not measured: Flying. There are no wings.\n");
});

test("the picture has a line for each curve and one for linear growth, and escapes its texts", () => {
  const picture = renderPlot([growth, growth]);
  expect(picture.match(/<polyline /g)).toHaveLength(6);
  expect(picture).toContain("Asking &lt;all>, ms");
  expect(picture).not.toMatch(/NaN|Infinity|undefined/);
});

test("docs/performance.md has the figures of a run", () => {
  const text = readFileSync("docs/performance.md", "utf8");
  expect(text).toMatch(
    /<!-- figures -->\nMeasured on \d{4}-\d\d-\d\d[\s\S]*\| kept +\|[\s\S]*<!-- end of figures -->/,
  );
});

function points(...medians: number[]) {
  return medians.map((median, step) => ({ size: 10 ** (step + 1), median }));
}
