/** What is said of many samples. */

import type { Curve, Goal, Growth, Samples, Unit } from "./measure.ts";

export interface Summary {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  /** Ninety-nine of a hundred samples are no higher; with fewer than a hundred samples the highest. */
  readonly percentile99: number;
}

/** @param samples at least one */
export function summarize(samples: Samples): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle]!;
  return {
    median: sorted.length % 2 === 1 ? upper : (sorted[middle - 1]! + upper) / 2,
    lowest: sorted[0]!,
    highest: sorted.at(-1)!,
    percentile99: sorted[Math.ceil(sorted.length * 0.99) - 1]!,
  };
}

export function median(samples: Samples): number {
  return summarize(samples).median;
}

/** The goal that a median is at most so many times that of its floor. */
export function timesTheFloor(samples: Samples, floor: Samples, limit: number): Goal {
  const reached = median(samples) / median(floor);
  return { what: "times the floor", reached, bound: "at most", limit, unit: "times" };
}

/** The goal that a median is at most so much above that of its floor. */
export function aboveTheFloor(samples: Samples, floor: Samples, limit: number, unit: Unit): Goal {
  const reached = median(samples) - median(floor);
  return { what: "above the floor", reached, bound: "at most", limit, unit };
}

/** Exactly linear work is seen as a little more or less than the power 1 where the machine is busy. */
const linear = 1.1;

/** Nothing may grow worse than linearly: a goal for each curve of ours. */
export function growthGoals({ what, of, curves }: Growth): Goal[] {
  return curves
    .filter(({ isFloor }) => !isFloor)
    .map((curve) => ({
      what: `${curves.length > 2 ? curve.what : what}: grows with the ${of} to the power`,
      reached: exponent(curve),
      bound: "at most" as const,
      limit: linear,
      unit: "power" as const,
    }));
}

/** The power of the size with which the time grew in the last step, where fixed costs hide least of it. */
export function exponent({ points }: Curve): number {
  const [before, last] = points.slice(-2);
  if (!before || !last) return Number.NaN;
  return Math.log(last.median / before.median) / Math.log(last.size / before.size);
}
