/** What a rule is: one diagnostic code, when it fires, and the evidence it gives. */

import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Lookalike, TechniqueId } from "../lookalike/index.ts";
import type { Message } from "../messages.ts";
import type { NormalizedName } from "../names.ts";
import type { PrivateIndex } from "../packageIndexes.ts";
import type { Policy, Severity } from "../policy/policy.ts";
import type { ImportGuard, NameKind } from "../reference.ts";
import type { WorkspaceFacts } from "../workspaceFacts.ts";

/** One name to be judged, with all that its place says about it. */
export interface Subject {
  readonly kind: NameKind;
  /** As written: for a module the top-level name. */
  readonly name: string;
  readonly normalized: NormalizedName;
  /** See {@link DistributionReference.direct}; false for modules. */
  readonly direct: boolean;
  readonly guard: ImportGuard | null;
  /** The version specifier as written; null for modules and where there is none. */
  readonly specifier: string | null;
  /** The private index that the file asks beside PyPI without binding names to it; null for modules and other files. */
  readonly privateIndex: PrivateIndex | null;
  /** What the name could be mistaken for; worked out at the first call. */
  lookalikes(): readonly Lookalike[];
}

/** All that a judgement may look at. */
export interface World {
  readonly knowledge: Knowledge;
  readonly policy: Policy;
  readonly workspace: WorkspaceFacts;
}

/** What was probably meant. A distribution for a distribution, a module for a module. */
export interface Target {
  readonly name: string;
  /** Among the popular distributions, from 1; null where the target is not among them. */
  readonly rank: number | null;
}

export interface Suspicion {
  readonly message: Message;
  /** Best first, at most three. */
  readonly targets: readonly Target[];
  readonly technique: TechniqueId | null;
  /** Set where the evidence is weaker than the rule's usual: the finding is at most this severe. */
  readonly atMost?: Severity;
}

/**
 * How sure a rule is, which decides what excuses a name from it.
 * - `listed`: somebody reported or blocked exactly this name. Only an exact entry among the trusted packages excuses it.
 * - `evident`: the name itself is the fact (a standard-library module, a module's name). Trust excuses it, popularity does not.
 * - `guessed`: a resemblance or an absence. Every innocent explanation excuses it.
 */
export type Certainty = "listed" | "evident" | "guessed";

export interface Rule<Code extends string = string> {
  readonly code: Code;
  readonly certainty: Certainty;
  /** The severity that the finding has unless the policy says otherwise. */
  readonly severity: Severity;
  judge(subject: Subject, world: World): Suspicion | null;
}
