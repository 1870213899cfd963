/**
 * Which of 15,000 popular names lie within two edits of a written one: ours beside what existing tools do, a scan of all names with
 * fastest-levenshtein behind a length filter. And whether ours finds exactly what brute force finds.
 */

import { distance as levenshtein } from "fastest-levenshtein";
import { limitKnowledge } from "../../../server/src/core/knowledge/limitKnowledge.ts";
import type { NormalizedName } from "../../../server/src/core/names.ts";
import { popularNames, shippedKnowledge } from "../../support/knowledge.ts";
import { mixedNames } from "../material/names.ts";
import type { Measure, Samples } from "../measure.ts";
import { summarize } from "../statistics.ts";
import { inTurn } from "../timing.ts";

const sizes = [150, 1_500, 15_000];
const largest = sizes.at(-1)!;
const asked = 5_000;
const limit = 2;

export const nearNames: Measure = {
  id: "near-names",
  title: `Near names of a name, distance ≤ ${limit}, mixed set`,
  async run() {
    const knowledge = shippedKnowledge();
    const names = mixedNames(asked, popularNames().slice(0, largest));
    const timed = sizes.map((size) => {
      const popular = popularNames().slice(0, size);
      const { targets } = limitKnowledge(knowledge, { top: size }).surroundings.ofDistributions();
      const [index, scanned] = inTurn(names, [
        { prepare: () => (name) => targets.near(name, limit) },
        // Enough of them for a median, and the bench stays short.
        { prepare: () => (name) => scan(name, popular), everyNth: Math.max(1, size / 1_500) },
      ]) as [Samples, Samples];
      return { size, index: summarize(index), scanned: summarize(scanned), samples: { index, scanned } };
    });
    const { index, scanned, samples } = timed.at(-1)!;
    return {
      comparisons: [
        {
          what: `${largest.toLocaleString("en")} targets`,
          unit: "µs",
          samples: samples.index,
          floors: [
            { what: "rival: scan with fastest-levenshtein and a length filter", samples: samples.scanned },
          ],
          goals: [
            {
              what: "times faster than the scan",
              reached: scanned.median / index.median,
              bound: "at least",
              limit: 60,
              unit: "times",
            },
            { what: "p99", reached: index.percentile99, bound: "at most", limit: 60, unit: "µs" },
            {
              what: `missed or too many, against brute force on ${asked.toLocaleString("en")} names`,
              reached: countMistakes(names),
              bound: "at most",
              limit: 0,
              unit: "names",
            },
          ],
        },
      ],
      growth: [
        {
          what: "Near names",
          of: "popular names",
          unit: "µs",
          curves: [
            {
              what: "ours",
              isFloor: false,
              points: timed.map(({ size, index }) => ({ size, median: index.median })),
            },
            {
              what: "scan",
              isFloor: true,
              points: timed.map(({ size, scanned }) => ({ size, median: scanned.median })),
            },
          ],
        },
      ],
    };
  },
};

function scan(written: string, popular: readonly string[]): string[] {
  return popular.filter(
    (name) => Math.abs(name.length - written.length) <= limit && levenshtein(name, written) <= limit,
  );
}

/** How many names are in one of both answers only, ours and brute force's. */
function countMistakes(names: readonly NormalizedName[]): number {
  const knowledge = limitKnowledge(shippedKnowledge(), { top: largest });
  const { targets } = knowledge.surroundings.ofDistributions();
  const popular = popularNames().slice(0, largest);
  let mistakes = 0;
  for (const name of names) {
    const ours = new Map(
      targets.near(name, limit).map(({ rank, distance }) => [popular[rank - 1]!, distance]),
    );
    for (const target of popular) {
      const distance = exactDistance(name, target);
      if (ours.get(target) !== (distance <= limit ? distance : undefined)) mistakes += 1;
    }
  }
  return mistakes;
}

/** Optimal string alignment, as textbooks write it. Where even two edits for each swap leave too many, it need not be computed. */
function exactDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > limit || levenshtein(a, b) > 2 * limit) return Number.POSITIVE_INFINITY;
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j += 1) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1);
      }
    }
  }
  return rows[a.length]![b.length]!;
}
