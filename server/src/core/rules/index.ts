/** Judging one name: which rule fires, or why none does. */

import { findLookalikes, findModuleLookalikes, type TechniqueId } from "../lookalike/index.ts";
import { type Message, message } from "../messages.ts";
import { normalizeName } from "../names.ts";
import type { PrivateIndex } from "../packageIndexes.ts";
import type { Severity } from "../policy/policy.ts";
import type { ImportGuard, NameKind } from "../reference.ts";
import { type Code, rules } from "./codes.ts";
import { noteOnReleases } from "./compromisedRelease.ts";
import { noteOnExpiredTrust } from "./expiredTrust.ts";
import { ownModule, trustOf, vouchedFor } from "./innocence.ts";
import type { Certainty, Subject, Suspicion, Target, World } from "./rule.ts";

export type Verdict = Flagged | Fine;

interface Judged {
  /** What there is to know besides, such as bad releases of a good project; null mostly. */
  readonly note: Message | null;
}

export interface Flagged extends Judged {
  readonly code: Code;
  readonly severity: Severity;
  readonly technique: TechniqueId | null;
  readonly targets: readonly Target[];
  readonly message: Message;
}

export interface Fine extends Judged {
  readonly code: null;
  readonly severity: null;
  /** Why nothing is wrong with the name. */
  readonly message: Message;
}

/** A name to judge, with what its place says about it. */
export interface NameToJudge {
  readonly kind: NameKind;
  readonly name: string;
  readonly direct?: boolean;
  readonly guard?: ImportGuard | null;
  readonly specifier?: string | null;
  readonly privateIndex?: PrivateIndex | null;
}

/** Total: gives a verdict on any text. Equal input gives an equal verdict. */
export function judgeName(toJudge: NameToJudge, world: World): Verdict {
  const subject = makeSubject(toJudge, world);
  const verdict = judge(subject, world);
  const note =
    noteOnReleases(subject, world.knowledge) ??
    safeForm(verdict, subject) ??
    expired(verdict, subject, world);
  // Hardly a name has one, and a copy takes as long as all else about a popular name.
  return note === null ? verdict : { ...verdict, note };
}

function expired({ code }: Verdict, subject: Subject, world: World): Message | null {
  return code === null || code === "expired-trust" ? null : noteOnExpiredTrust(subject, world);
}

/** How the tool at hand lets one index alone answer for a name. */
function safeForm({ code }: Verdict, { privateIndex, name }: Subject): Message | null {
  if (code !== "dependency-confusion" || !privateIndex) return null;
  return message(`note.safe-index.${privateIndex.tool}`, { name });
}

/** Without a note. */
function judge(subject: Subject, world: World): Verdict {
  const own = ownModule(subject, world);
  if (own) return fine(own);
  const listed = firstFlag("listed", subject, world);
  if (listed) return listed;
  const trusted = trustOf(subject, world);
  if (trusted) return fine(trusted);
  const evident = firstFlag("evident", subject, world);
  if (evident) return evident;
  const vouched = vouchedFor(subject, world, (distribution) => {
    const verdict = judgeName({ kind: "distribution", name: distribution }, world);
    return verdict.severity !== "error" && verdict.severity !== "warning";
  });
  if (vouched) return fine(vouched);
  return firstFlag("guessed", subject, world) ?? fine(nothingFound(subject, world));
}

function makeSubject(
  { kind, name, direct = false, guard = null, specifier = null, privateIndex = null }: NameToJudge,
  world: World,
): Subject {
  const normalized = normalizeName(name);
  return {
    kind,
    name,
    normalized,
    direct,
    guard,
    specifier,
    privateIndex,
    lookalikes: once(() => {
      const { knowledge, policy } = world;
      if (kind === "module") return findModuleLookalikes(name, policy.sensitivity, knowledge);
      const standing = knowledge.isKnown(normalized) ? "known" : "unknown";
      return findLookalikes(normalized, standing, policy.sensitivity, knowledge);
    }),
  };
}

function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/** In order of precedence. */
const byCertainty: Readonly<Record<Certainty, readonly (typeof rules)[number][]>> = {
  listed: rules.filter((rule) => rule.certainty === "listed"),
  evident: rules.filter((rule) => rule.certainty === "evident"),
  guessed: rules.filter((rule) => rule.certainty === "guessed"),
};

function firstFlag(certainty: Certainty, subject: Subject, world: World): Flagged | null {
  for (const rule of byCertainty[certainty]) {
    const configured = world.policy.severity.get(rule.code) ?? rule.severity;
    if (configured === "off") continue;
    const suspicion = rule.judge(subject, world);
    if (!suspicion) continue;
    const { message, targets, technique } = suspicion;
    const severity = milder(configured, suspicion.atMost);
    return { code: rule.code, severity, technique, targets, message, note: null };
  }
  return null;
}

function milder(configured: Severity, atMost: Suspicion["atMost"]): Severity {
  const order: readonly Severity[] = ["hint", "information", "warning", "error"];
  return atMost !== undefined && order.indexOf(atMost) < order.indexOf(configured) ? atMost : configured;
}

function nothingFound({ name, normalized }: Subject, { knowledge }: World): Message {
  if (!knowledge.isKnown(normalized)) return message("fine.nothing-found", { name });
  return message("fine.known", { name, date: knowledge.dates.known });
}

function fine(why: Message): Fine {
  return { code: null, severity: null, message: why, note: null };
}
