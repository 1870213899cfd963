/** What a measure is: times that a person waits for, each beside floors that were taken in the same rounds. */

export interface Measure {
  /** Stable; chooses the measure on the command line. */
  readonly id: string;
  readonly title: string;
  run(): Promise<readonly Comparison[]>;
}

export interface Comparison {
  /** From which moment to which. */
  readonly what: string;
  readonly samples: Samples;
  readonly floors: readonly Floor[];
}

/** Something that does less, so that no effort of ours could be faster. */
interface Floor {
  readonly what: string;
  readonly samples: Samples;
}

/** Milliseconds, one for each round. */
export type Samples = readonly number[];

export interface Summary {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
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
  };
}
