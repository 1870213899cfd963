/** Prepares what techniques ask: the popular names arranged for searching, and the written name taken apart. */

import type { Knowledge } from "../knowledge/knowledge.ts";
import type { LearntTables } from "../knowledge/learnt.ts";
import { type NormalizedName, splitWords } from "../names.ts";
import { type Containment, findContained } from "./contained.ts";
import { type Families, learnFamilies } from "./families.ts";
import { type LetterModel, learnLetters } from "./letterModel.ts";
import { arrangeTargets, type NearTarget, type Targets } from "./targets.ts";

/** A written name with what all techniques ask of it. */
export interface Query extends Surroundings {
  readonly name: NormalizedName;
  readonly words: readonly string[];
  /** Every target within two edits. */
  readonly near: readonly NearTarget[];
  /** Every target that stands inside the written name. */
  readonly contained: readonly Containment[];
}

/** The names that a written one could be mistaken for, and what is usual among them. */
export interface Surroundings {
  readonly targets: Targets;
  readonly families: Families;
  readonly letters: LetterModel;
  readonly learnt: LearntTables;
}

export function askAbout(name: NormalizedName, surroundings: Surroundings): Query {
  const { targets } = surroundings;
  const words = splitWords(name);
  return {
    ...surroundings,
    name,
    words,
    near: targets.near(name, 2),
    contained: findContained(name, targets),
  };
}

/** @param names in order of popularity, in normal form */
export function surround(names: readonly NormalizedName[], learnt: LearntTables): Surroundings {
  return {
    targets: arrangeTargets(names),
    families: learnFamilies(names),
    letters: learnLetters(names),
    learnt,
  };
}

const made = new WeakMap<Knowledge, Surroundings>();

/** The popular distributions. Arranged at the first question and kept as long as the knowledge is. */
export function popularSurroundings(knowledge: Knowledge): Surroundings {
  const before = made.get(knowledge);
  if (before) return before;
  const surroundings = surround(knowledge.popular.all(), knowledge.learnt);
  made.set(knowledge, surroundings);
  return surroundings;
}
