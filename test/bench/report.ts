/** The results of a bench, for people and for programs. */

import { availableParallelism } from "node:os";
import { type Comparison, type Measure, type Summary, summarize } from "./measure.ts";

export interface Result {
  readonly measure: Measure;
  readonly comparisons: readonly Comparison[];
}

/** Medians in milliseconds, with the lowest and the highest; a floor says how many times it fits into the figure above it. */
export function renderText(results: readonly Result[]): string {
  const { node, platform, processors } = machine();
  const head = `Node ${node}, ${platform}, ${processors} processors. Medians in milliseconds (lowest – highest).`;
  const sections = results.map(({ measure, comparisons }) => {
    const rounds = comparisons[0]?.samples.length ?? 0;
    return [`${measure.title}, ${rounds} rounds`, ...comparisons.flatMap(renderComparison)].join("\n");
  });
  return `${[head, ...sections].join("\n\n")}\n`;
}

export function renderJson(results: readonly Result[]): string {
  const measures = results.map(({ measure, comparisons }) => ({
    id: measure.id,
    title: measure.title,
    comparisons: comparisons.map(({ what, samples, floors }) => {
      const milliseconds = summarize(samples);
      return {
        what,
        rounds: samples.length,
        milliseconds,
        floors: floors.map((floor) => {
          const summary = summarize(floor.samples);
          return { what: floor.what, milliseconds: summary, times: milliseconds.median / summary.median };
        }),
      };
    }),
  }));
  return `${JSON.stringify({ version: 1, ...machine(), measures }, null, 2)}\n`;
}

function renderComparison({ what, samples, floors }: Comparison): string[] {
  const summary = summarize(samples);
  return [
    row(`  ${what}`, summary, ""),
    ...floors.map((floor) => {
      const below = summarize(floor.samples);
      return row(`    floor: ${floor.what}`, below, `× ${(summary.median / below.median).toFixed(2)}`);
    }),
  ];
}

function row(what: string, { median, lowest, highest }: Summary, times: string): string {
  const spread = `(${lowest.toFixed(1)} – ${highest.toFixed(1)})`;
  return `${what.padEnd(60)}${median.toFixed(1).padStart(8)}  ${spread.padEnd(18)}${times}`.trimEnd();
}

function machine() {
  return {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    processors: availableParallelism(),
  };
}
