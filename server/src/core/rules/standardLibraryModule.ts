/** A module of Python's standard library is listed as a dependency: it comes with Python. */

import type { Knowledge } from "../knowledge/knowledge.ts";
import { message } from "../messages.ts";
import { lookalikeTargets } from "./lookalikes.ts";
import type { Rule } from "./rule.ts";

export const standardLibraryModule: Rule<"stdlib-module"> = {
  code: "stdlib-module",
  certainty: "evident",
  severity: "warning",
  judge(subject, { knowledge }) {
    const { kind, name, normalized, direct } = subject;
    if (kind !== "distribution" || direct) return null;
    const versions = versionsOfModuleNamed(name, knowledge);
    if (versions === null) return null;
    // Some of these names are honest back-ports for older Pythons (`dataclasses`, `typing`): not wrong, only rarely needed.
    if (knowledge.popular.rankOf(normalized) !== null || knowledge.isReviewed(normalized)) {
      return {
        message: message("stdlib-module.back-port", { name }),
        targets: [],
        technique: null,
        atMost: "hint",
      };
    }
    const removed = versions.every((version) => version.startsWith("2."));
    return {
      message: message(removed ? "stdlib-module.python-2" : "stdlib-module", { name }),
      targets: lookalikeTargets(subject).filter(({ rank }) => rank !== null && rank <= bestKnown),
      technique: null,
    };
  },
};

/** Whoever writes `urllib` may mean `urllib3`; whoever writes `json` hardly means `json5`. */
const bestKnown = 100;

/** People write module names in the forms of distribution names: `configparser`, `ConfigParser`, `concurrent-futures`. */
function versionsOfModuleNamed(name: string, knowledge: Knowledge): readonly string[] | null {
  const lower = name.toLowerCase();
  let last: string | null = null;
  for (const form of [name, lower, lower.replaceAll("-", "_")]) {
    // Most names have one form, and this is asked of every name.
    if (form === last) continue;
    last = form;
    const versions = knowledge.standardLibraryVersions(form);
    if (versions !== null) return versions;
  }
  return null;
}
