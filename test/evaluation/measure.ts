/** Measures the judgement on the cases, at one sensitivity. Every figure is of whole verdicts, as people get them. */

import type { Knowledge } from "../../server/src/core/knowledge/knowledge.ts";
import { limitKnowledge } from "../../server/src/core/knowledge/limitKnowledge.ts";
import type { Sensitivity } from "../../server/src/core/lookalike/index.ts";
import { normalizeName } from "../../server/src/core/names.ts";
import { readPolicy } from "../../server/src/core/policy/policy.ts";
import { type Flagged, judgeName } from "../../server/src/core/rules/index.ts";
import { noWorkspaceFacts } from "../../server/src/core/workspaceFacts.ts";
import type { Cases, Label, Pair } from "./cases.ts";

/** Shares from 0 to 1, but for the two counts at the end. */
export interface Measures {
  readonly recall: number;
  readonly rightTargetFirst: number;
  readonly strangers: number;
  readonly tail: number;
  /** Recall where the squats themselves exist, as a squat does that is still up. */
  readonly liveSquats: number;
  readonly knownTail: number;
  readonly realFiles: number;
  readonly realImports: number;
  readonly defects: number;
  readonly typosquatMalware: number;
  readonly recentMalware: number;
  /** Popular names that are said to resemble another. */
  readonly popularAccused: number;
  /** Listed malware that gets no error, with all lists on. */
  readonly malwareMissed: number;
}

export interface Measurement {
  readonly measures: Measures;
  /** For each technique or code, what it finds and what it wrongly accuses. */
  readonly breakdown: ReadonlyMap<string, Contribution>;
}

export interface Contribution {
  pairs: number;
  strangers: number;
  tail: number;
}

/** As people get it: a warning or an error. Information and hints are no accusation. */
type Judge = (name: string, kind?: "distribution" | "module") => Flagged | null;

export function measure(cases: Cases, all: Knowledge, sensitivity: Sensitivity): Measurement {
  const withoutMalware = limitKnowledge(all, { without: ["malicious"] });
  const nothingKnown = limitKnowledge(all, { without: ["malicious", "known-names"] });
  const topKnown = limitKnowledge(all, { top: 5_000, without: ["malicious", "known-names"] });
  const everythingKnown = { ...nothingKnown, isKnown: () => true };
  const asPeople = judgeWith(all, sensitivity);
  const asListed = judgeWith(withoutMalware, sensitivity);
  const asUnknown = judgeWith(nothingKnown, sensitivity);
  const asStranger = judgeWith(topKnown, sensitivity);
  const asKnown = judgeWith(everythingKnown, sensitivity);

  const pairs = cases.pairs.filter((pair) =>
    pair.targets.some((target) => all.popular.rankOf(normalizeName(target))),
  );
  const breakdown = new Map<string, Contribution>();
  const count = (flagged: Flagged | null, where: keyof Contribution): boolean => {
    if (!flagged) return false;
    const key = flagged.technique ?? flagged.code;
    const contribution = breakdown.get(key) ?? { pairs: 0, strangers: 0, tail: 0 };
    contribution[where] += 1;
    breakdown.set(key, contribution);
    return true;
  };

  const measures: Measures = {
    recall: share(pairs, (pair) => count(asUnknown(pair.name), "pairs")),
    rightTargetFirst: share(pairs, (pair) => namesTarget(pair, asUnknown(pair.name))),
    strangers: share(cases.strangers, (name) => count(asStranger(name), "strangers")),
    tail: share(cases.tail, (name) => count(asUnknown(name), "tail")),
    liveSquats: share(pairs, (pair) => asKnown(pair.name) !== null),
    knownTail: share(cases.tail, (name) => asKnown(name) !== null),
    realFiles: wrongOccurrences(cases, asListed),
    realImports: weightedShare(cases.imports, (name) => asListed(name, "module") !== null),
    defects: share(
      [...cases.labels].filter(([, label]) => label in codeOfDefect),
      ([name, label]) => isFound(name, label, asListed, all),
    ),
    typosquatMalware: share(cases.typosquatMalware, (name) => asUnknown(name) !== null),
    recentMalware: share(cases.recentMalware, (name) => asUnknown(name) !== null),
    popularAccused: cases.popular.filter((name) => isLookalikeCode(asListed(name)?.code)).length,
    malwareMissed: cases.malicious.filter((name) => asPeople(name)?.code !== "malicious-package").length,
  };
  return { measures, breakdown };
}

function judgeWith(knowledge: Knowledge, sensitivity: Sensitivity): Judge {
  const { policy } = readPolicy(
    [{ origin: { scope: "user", file: null }, values: { sensitivity }, mayRelax: true }],
    "2026-11-23",
  );
  const world = { knowledge, policy, workspace: noWorkspaceFacts };
  return (name, kind = "distribution") => {
    const verdict = judgeName({ kind, name }, world);
    return verdict.code !== null && (verdict.severity === "warning" || verdict.severity === "error")
      ? verdict
      : null;
  };
}

function namesTarget(pair: Pair, flagged: Flagged | null): boolean {
  const first = flagged?.targets[0]?.name;
  return first !== undefined && pair.targets.includes(first);
}

/** Of all names in all files that are popular or honest, how many are accused. */
function wrongOccurrences({ requirements, labels }: Cases, judge: Judge): number {
  const honest = requirements.filter(({ name }) => (labels.get(name) ?? "legit") === "legit");
  return weightedShare(honest, (name) => judge(name) !== null);
}

const codeOfDefect: Readonly<Partial<Record<Label, string>>> = {
  typo: "typosquat",
  "import-name": "import-name",
  stdlib: "stdlib-module",
};

/** Found is the right code, or a look-alike code with the fix that the import table or the misnomers have. */
function isFound(name: string, label: Label, judge: Judge, knowledge: Knowledge): boolean {
  const flagged = judge(name);
  if (!flagged) return false;
  if (flagged.code === codeOfDefect[label]) return true;
  const meant: readonly string[] = [
    ...knowledge.distributionsOf(name.replaceAll("-", "_")),
    ...knowledge.misnomerOf(normalizeName(name)),
  ];
  return isLookalikeCode(flagged.code) && meant.includes(flagged.targets[0]?.name ?? "");
}

function isLookalikeCode(code: string | undefined): boolean {
  return code === "typosquat" || code === "combosquat" || code === "lookalike-characters";
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

function weightedShare(
  occurrences: readonly { readonly name: string; readonly files: number }[],
  holds: (name: string) => boolean,
): number {
  const total = occurrences.reduce((sum, { files }) => sum + files, 0);
  const held = occurrences.reduce((sum, { name, files }) => sum + (holds(name) ? files : 0), 0);
  return total === 0 ? 0 : held / total;
}
