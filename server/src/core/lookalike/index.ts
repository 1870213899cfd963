/** Which far more popular names a written name could be mistaken for, and how surely. */

import type { Knowledge } from "../knowledge/knowledge.ts";
import { type NormalizedName, normalizeName } from "../names.ts";
import { askAbout, type Query } from "./query.ts";
import { scoreOf } from "./score.ts";
import type { Candidate, LookalikeCode, Sensitivity } from "./technique.ts";
import { type Technique, type TechniqueId, techniques } from "./techniques/index.ts";
import { thresholds } from "./weights.ts";

export type { LookalikeCode, Sensitivity } from "./technique.ts";
export type { TechniqueId } from "./techniques/index.ts";

/** What is known of the written name. Popular and reviewed names are vouched for and resemble nothing. */
export type Standing = "known" | "unknown";

/** One target that the written name resembles. */
export interface Lookalike {
  readonly code: LookalikeCode;
  /** The technique that explains the resemblance best. */
  readonly technique: TechniqueId;
  /** A distribution in normal form; for an import, a module as one imports it. */
  readonly target: string;
  /** The rank of the target, or of the distribution that provides it, among the popular names, from 1. */
  readonly rank: number;
  /** Comparable between names and targets; higher is more suspicious. */
  readonly score: number;
}

/** A name that exists needs so much more evidence than one that nobody has heard of. */
const existence = 1.25;
/** A false alarm on an import is worse than on a requirement: most unknown modules are the project's own. */
const importCaution = 1;
const shortestModule = 5;
const mostTargets = 3;
/** No popular name is longer; what is longer resembles none. */
const longestName = 64;

/** The targets whose resemblance is strong enough, best first, at most three; the same on every run. */
export function findLookalikes(
  name: NormalizedName,
  standing: Standing,
  sensitivity: Sensitivity,
  knowledge: Knowledge,
): Lookalike[] {
  const caution = standing === "known" ? existence : 0;
  const strong = explanations(name, knowledge).filter((one) => isStrong(one, sensitivity, caution));
  return inOrder(strong).map(({ technique, candidate: { rank }, score }) => {
    return {
      code: technique.code,
      technique: technique.id,
      target: knowledge.popular.nameAt(rank),
      rank,
      score,
    };
  });
}

/**
 * The same for a top-level module: targets are modules of popular distributions, never distributions.
 * Only misspellings count, since a popular module's name beside another word is what projects call their own.
 */
export function findModuleLookalikes(
  module: string,
  sensitivity: Sensitivity,
  knowledge: Knowledge,
): Lookalike[] {
  const surroundings = knowledge.surroundings.ofModules();
  const name = normalizeName(module);
  const isPopular = surroundings.targets.rankOf(name) !== null;
  if (isPopular || name.length < shortestModule || name.length > longestName) return [];
  const exists = knowledge.distributionsOf(module).length > 0 || knowledge.isKnown(name);
  const caution = importCaution + (exists ? existence : 0);
  const strong = explain(askAbout(name, surroundings)).filter(
    (one) => one.technique.code !== "combosquat" && isStrong(one, sensitivity, caution),
  );
  return inOrder(strong).map(({ technique, candidate, score }) => {
    const { name: target, rank } = surroundings.moduleOf(candidate.rank);
    return { code: technique.code, technique: technique.id, target, rank, score };
  });
}

/** One way in which the written name comes from one target, weighed. */
export interface Explanation {
  readonly technique: Technique;
  readonly candidate: Candidate;
  readonly score: number;
}

/** Every explanation of the name by a popular distribution, however weak; none for a name that is vouched for. */
export function explanations(name: NormalizedName, knowledge: Knowledge): Explanation[] {
  if (isVouchedFor(name, knowledge) || name.length > longestName) return [];
  return explain(askAbout(name, knowledge.surroundings.ofDistributions()));
}

function isVouchedFor(name: NormalizedName, { popular, isReviewed, isHonest }: Knowledge): boolean {
  return popular.rankOf(name) !== null || isReviewed(name) || isHonest(name);
}

function explain(query: Query): Explanation[] {
  return techniques.flatMap((technique) =>
    technique.find(query).map((candidate) => ({ technique, candidate, score: scoreOf(candidate.evidence) })),
  );
}

const sensitivities: readonly Sensitivity[] = ["quiet", "balanced", "strict"];

function isStrong({ candidate, score }: Explanation, sensitivity: Sensitivity, caution: number): boolean {
  if (score >= thresholds[sensitivity] + caution) return true;
  const from = candidate.spokenOfFrom;
  return (
    caution === 0 && from !== undefined && sensitivities.indexOf(sensitivity) >= sensitivities.indexOf(from)
  );
}

/** The best targets, each with its best explanation: of the whole name before of a part, then the stronger, then the more popular. */
function inOrder(found: readonly Explanation[]): Explanation[] {
  const sorted = found.toSorted(
    (a, b) => partLast(a) - partLast(b) || b.score - a.score || a.candidate.rank - b.candidate.rank,
  );
  const targets = new Set<number>();
  return sorted
    .filter(({ candidate: { rank } }) => !targets.has(rank) && targets.add(rank))
    .slice(0, mostTargets);
}

function partLast({ technique }: Explanation): number {
  return technique.explains === "whole" ? 0 : 1;
}
