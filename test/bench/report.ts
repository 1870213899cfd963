/** The results of a bench, for people and for programs. */

import { availableParallelism } from "node:os";
import {
  type Comparison,
  type Goal,
  type Growth,
  isKept,
  type Measure,
  type Outcome,
  type Unit,
} from "./measure.ts";
import { exponent, growthGoals, type Summary, summarize } from "./statistics.ts";

export interface Result {
  readonly measure: Measure;
  readonly outcome: Outcome;
}

/** Medians with the lowest and the highest, and what 99 of 100 calls do not exceed where there are so many. */
export function renderText(results: readonly Result[]): string {
  const { node, platform, processors } = machine();
  const head = `Node ${node}, ${platform}, ${processors} processors. Medians (lowest – highest).`;
  const sections = results.map(({ measure, outcome }) =>
    [measure.title, ...renderOutcome(outcome)].join("\n"),
  );
  return `${[head, ...sections, renderVerdict(results)].join("\n\n")}\n`;
}

export function renderJson(results: readonly Result[]): string {
  const measures = results.map(({ measure: { id, title }, outcome }) => {
    if ("missing" in outcome) return { id, title, missing: outcome.missing };
    const { comparisons, growth = [] } = outcome;
    return { id, title, comparisons: comparisons.map(comparisonAsJson), growth: growth.map(growthAsJson) };
  });
  return `${JSON.stringify({ version: 2, ...machine(), measures }, null, 2)}\n`;
}

export function machine() {
  return {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    processors: availableParallelism(),
  };
}

/** A figure to three digits: more would be noise. */
export function showNumber(value: number): string {
  if (value >= 100 || Number.isInteger(value)) return value.toFixed(0);
  return value.toPrecision(value < 0.1 ? 1 : value < 1 ? 2 : 3);
}

/** `1.4 ms`, `× 62`, `2 names`. */
export function showQuantity(value: number, unit: Goal["unit"]): string {
  if (unit === "power") return showNumber(value);
  return unit === "times" ? `× ${showNumber(value)}` : `${showNumber(value)} ${unit}`;
}

export function showLimit({ bound, limit, unit }: Goal): string {
  return `${bound === "at most" ? "≤" : "≥"} ${showQuantity(limit, unit)}`;
}

/** Every goal that the results say something about, those of growth last. */
function goalsOf(outcome: Outcome): readonly Goal[] {
  if ("missing" in outcome) return [];
  const { comparisons, growth = [] } = outcome;
  return [...comparisons.flatMap(({ goals = [] }) => goals), ...growth.flatMap(growthGoals)];
}

function renderOutcome(outcome: Outcome): string[] {
  if ("missing" in outcome) return [`  not measured: ${outcome.missing}`];
  const { comparisons, growth = [] } = outcome;
  return [...comparisons.flatMap(renderComparison), ...growth.flatMap(renderGrowth)];
}

function renderComparison({ what, unit, samples, floors, goals = [] }: Comparison): string[] {
  const summary = summarize(samples);
  return [
    row(`  ${what}`, summary, samples.length, unit, ""),
    ...floors.map((floor) => {
      const below = summarize(floor.samples);
      const times = `× ${(summary.median / below.median).toFixed(2)}`;
      return row(`    floor: ${floor.what}`, below, floor.samples.length, unit, times);
    }),
    ...goals.map(renderGoal),
  ];
}

function renderGoal(goal: Goal): string {
  const reached = showQuantity(goal.reached, goal.unit);
  return `    goal ${isKept(goal) ? "kept" : "MISSED"}: ${goal.what} ${reached}, ${showLimit(goal)} wanted`;
}

function renderGrowth(growth: Growth): string[] {
  const { what, of, unit, curves } = growth;
  const lines = curves.map((curve) => {
    const points = curve.points.map(({ size, median }) => `${size}: ${showNumber(median)} ${unit}`);
    const kind = curve.isFloor ? "floor: " : "";
    return `    ${kind}${curve.what}: ${points.join(", ")}; power ${exponent(curve).toFixed(2)}`;
  });
  return [`  ${what}, by ${of}`, ...lines, ...growthGoals(growth).map(renderGoal)];
}

function row(what: string, summary: Summary, count: number, unit: Unit, times: string): string {
  const { median, lowest, highest, percentile99 } = summary;
  const spread = `(${showNumber(lowest)} – ${showNumber(highest)})`;
  const tail = count >= 1_000 ? `p99 ${showNumber(percentile99)}` : "";
  const figures = [`${showNumber(median)} ${unit}`.padStart(11), spread.padEnd(18), times.padEnd(8), tail];
  return `${what.padEnd(66)}${figures.join("  ")}`.trimEnd();
}

function renderVerdict(results: readonly Result[]): string {
  const goals = results.flatMap(({ outcome }) => goalsOf(outcome));
  const missed = goals.filter((goal) => !isKept(goal)).length;
  const unmeasured = results.filter(({ outcome }) => "missing" in outcome).length;
  const parts = [`Goals kept: ${goals.length - missed}, missed: ${missed}`];
  if (unmeasured > 0) parts.push(`measures that could not be run here: ${unmeasured}`);
  return `${parts.join(", ")}.`;
}

function comparisonAsJson({ what, unit, samples, floors, goals = [] }: Comparison) {
  const figures = summarize(samples);
  return {
    what,
    unit,
    samples: samples.length,
    ...figures,
    floors: floors.map((floor) => {
      const summary = summarize(floor.samples);
      const times = figures.median / summary.median;
      return { what: floor.what, samples: floor.samples.length, ...summary, times };
    }),
    goals: goals.map((goal) => ({ ...goal, kept: isKept(goal) })),
  };
}

function growthAsJson(growth: Growth) {
  return {
    ...growth,
    curves: growth.curves.map((curve) => ({ ...curve, exponent: exponent(curve) })),
    goals: growthGoals(growth).map((goal) => ({ ...goal, kept: isKept(goal) })),
  };
}
