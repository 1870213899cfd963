/** The name resembles a far more popular one: the three rules that read the look-alike judgement. */

import type { Lookalike } from "../lookalike/index.ts";
import { message } from "../messages.ts";
import type { Rule, Subject, Suspicion, Target } from "./rule.ts";

/** A misspelling of a far more popular name. */
export const typosquat: Rule<"typosquat"> = {
  code: "typosquat",
  certainty: "guessed",
  severity: "warning",
  judge: (subject) => suspicion(subject, "typosquat"),
};

/** A far more popular name plus, minus or around other words. */
export const combosquat: Rule<"combosquat"> = {
  code: "combosquat",
  certainty: "guessed",
  severity: "warning",
  judge: (subject) => suspicion(subject, "combosquat"),
};

/** ASCII letters and digits that read as others: `djang0`. Those that PyPI cannot have are in `foreignCharacters.ts`. */
export const lookalikeCharacters: Rule<"lookalike-characters"> = {
  code: "lookalike-characters",
  certainty: "guessed",
  severity: "error",
  judge: (subject) => suspicion(subject, "lookalike-characters"),
};

export function lookalikeTargets(subject: Subject): Target[] {
  return subject.lookalikes().map(({ target, rank }) => ({ name: target, rank }));
}

function suspicion(subject: Subject, code: Lookalike["code"]): Suspicion | null {
  const best = subject.lookalikes()[0];
  if (best?.code !== code) return null;
  return {
    message: message(subject.kind === "module" ? `${code}.module` : code, {
      name: subject.name,
      target: best.target,
      rank: best.rank,
    }),
    targets: lookalikeTargets(subject),
    technique: best.technique,
  };
}
