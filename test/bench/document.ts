/** Writes what one run measured into `docs/performance.md` and its picture, so that no figure there is typed by hand. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/machine/root.mjs";
import { type Comparison, type Goal, isKept } from "./measure.ts";
import { renderPlot } from "./plot.ts";
import { machine, type Result, showLimit, showQuantity } from "./report.ts";
import { exponent, growthGoals, median } from "./statistics.ts";

const document = join(root, "docs", "performance.md");
const picture = join(root, "docs", "images", "performance.svg");
const markers = /(<!-- figures -->\n)[\s\S]*?(<!-- end of figures -->)/;

export function writeDocument(results: readonly Result[]): void {
  const text = readFileSync(document, "utf8");
  if (!markers.test(text)) throw new Error(`${document} has no place for the figures.`);
  writeFileSync(
    document,
    text.replace(markers, (_, start: string, end: string) => `${start}${renderFigures(results)}${end}`),
  );
  writeFileSync(picture, renderPlot(growthOf(results)));
}

/** Two tables in Markdown, and what was not measured. */
export function renderFigures(results: readonly Result[]): string {
  const { node, platform, processors } = machine();
  const day = new Date().toISOString().slice(0, 10);
  const rows = results.flatMap(({ measure, outcome }) => {
    if ("missing" in outcome) return [];
    return outcome.comparisons.flatMap((comparison) => comparisonRows(measure.title, comparison));
  });
  const missing = results.flatMap(({ measure, outcome }) =>
    "missing" in outcome ? [`Not measured: ${measure.title}. ${outcome.missing}`, ""] : [],
  );
  return [
    `Measured on ${day} with Node ${node} on ${platform}, ${processors} processors.`,
    "",
    ...table(["measure", "median", "floor or rival", "goal", "reached", "result"], rows),
    "",
    ...missing,
    "How the work grows, from the smallest to the largest of three sizes, ten times apart each:",
    "",
    ...table(["work", "with", "medians", "power, ≤ 1 is linear or better", "result"], growthRows(results)),
    "",
  ].join("\n");
}

function comparisonRows(title: string, { what, unit, samples, floors, goals = [] }: Comparison): string[][] {
  const name = `${title}: ${what}`;
  const figure = showQuantity(median(samples), unit);
  const floor = floors.map((each) => `${showQuantity(median(each.samples), unit)}, ${each.what}`).join("; ");
  if (goals.length === 0) return [[name, figure, floor, "–", "–", ""]];
  return goals.map((goal, place) => [
    place === 0 ? name : "",
    place === 0 ? figure : "",
    place === 0 ? floor : "",
    `${goal.what} ${showLimit(goal)}`,
    showQuantity(goal.reached, goal.unit),
    mark(goal),
  ]);
}

function growthRows(results: readonly Result[]): string[][] {
  return growthOf(results).flatMap((growth) => {
    const goals = growthGoals(growth);
    return growth.curves.map((curve) => {
      const medians = curve.points.map((point) => showQuantity(point.median, growth.unit)).join(", ");
      const goal = curve.isFloor ? undefined : goals.shift();
      const name = curve.isFloor ? `floor: ${curve.what}` : growth.what;
      return [name, growth.of, medians, exponent(curve).toFixed(2), goal ? mark(goal) : ""];
    });
  });
}

function growthOf(results: readonly Result[]) {
  return results.flatMap(({ outcome }) => ("missing" in outcome ? [] : (outcome.growth ?? [])));
}

function mark(goal: Goal): string {
  return isKept(goal) ? "kept" : "**missed**";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}
