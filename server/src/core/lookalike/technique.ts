/** What a technique is: one way in which a written name comes from a popular one. */

import type { Query } from "./query.ts";

/** How much suspicion it takes to speak up: `namesake.sensitivity`. */
export type Sensitivity = "quiet" | "balanced" | "strict";

export type LookalikeCode = "typosquat" | "combosquat" | "lookalike-characters";

export interface Technique<Id extends string = string> {
  readonly id: Id;
  readonly code: LookalikeCode;
  /** Whether it explains the whole written name; a popular name beside other words explains a part. */
  readonly explains: "whole" | "part";
  /** Every target that the name could come from in this way, with what speaks for and against it. */
  find(query: Query): Candidate[];
}

export interface Candidate {
  /** The place of the target among the targets, from 1. */
  readonly rank: number;
  readonly evidence: Evidence;
  /** Set for what is rare but hardly ever innocent: from this sensitivity on it is spoken of, whatever it weighs. */
  readonly spokenOfFrom?: Sensitivity;
}

/** Named observations and how much of each there is: 1 for what is simply so. Their weights stand in `weights.ts`. */
export type Evidence = Readonly<Record<string, number>>;
