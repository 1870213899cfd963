/** What a measure is: figures that a person could notice, each beside floors of the same rounds, with the goal that it has to keep. */

export interface Measure {
  /** Stable; chooses the measure on the command line. */
  readonly id: string;
  readonly title: string;
  run(): Promise<Outcome>;
}

export type Outcome = Measured | { /** Why the machine cannot run it. */ readonly missing: string };

export interface Measured {
  readonly comparisons: readonly Comparison[];
  readonly growth?: readonly Growth[];
}

export interface Comparison {
  /** From which moment to which, or of what. */
  readonly what: string;
  readonly unit: Unit;
  readonly samples: Samples;
  readonly floors: readonly Floor[];
  readonly goals?: readonly Goal[];
}

/** Something that does less, so that no effort of ours could be better; or a rival, which does the same in the usual way. */
interface Floor {
  readonly what: string;
  readonly samples: Samples;
}

export type Unit = "ms" | "µs" | "MB" | "files";

/** One value for each round or call. */
export type Samples = readonly number[];

/** A bound, and what was reached. */
export interface Goal {
  readonly what: string;
  readonly reached: number;
  readonly bound: "at most" | "at least";
  readonly limit: number;
  readonly unit: Unit | "times" | "names" | "power";
}

/** How the work grows with what it is done on. */
export interface Growth {
  readonly what: string;
  /** What there is more of: `popular names`. */
  readonly of: string;
  readonly unit: Unit;
  readonly curves: readonly Curve[];
}

export interface Curve {
  readonly what: string;
  readonly isFloor: boolean;
  /** From the smallest size to the largest. */
  readonly points: readonly Point[];
}

export interface Point {
  readonly size: number;
  readonly median: number;
}

export function isKept({ reached, bound, limit }: Goal): boolean {
  return bound === "at most" ? reached <= limit : reached >= limit;
}
