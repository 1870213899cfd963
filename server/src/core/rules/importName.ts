/** A module's name, or another wrong name of a project, stands where that of its distribution belongs: `cv2`, `opencv`. */

import type { Knowledge } from "../knowledge/knowledge.ts";
import { message } from "../messages.ts";
import type { NormalizedName } from "../names.ts";
import type { Rule, Target } from "./rule.ts";

export const importName: Rule<"import-name"> = {
  code: "import-name",
  certainty: "evident",
  severity: "warning",
  judge({ kind, name, normalized, direct }, { knowledge }) {
    if (kind !== "distribution" || direct) return null;
    const ofModule = popularTargets(providersOf(name, normalized, knowledge), knowledge);
    const targets =
      ofModule.length > 0 ? ofModule : popularTargets(knowledge.misnomerOf(normalized), knowledge);
    const best = targets[0];
    if (!best) return null;
    // A popular or reviewed project of that name exists, often a placeholder that asks for the right one.
    const isTaken = knowledge.popular.rankOf(normalized) !== null || knowledge.isReviewed(normalized);
    return {
      message: message(ofModule.length > 0 ? "import-name" : "import-name.misnomer", {
        name,
        target: best.name,
      }),
      targets: targets.slice(0, 3),
      technique: null,
      ...(isTaken ? { atMost: "information" as const } : {}),
    };
  },
};

/** The distributions of the module that the text names; none where it is itself one of them. */
function providersOf(
  name: string,
  normalized: NormalizedName,
  knowledge: Knowledge,
): readonly NormalizedName[] {
  const underscored = name.replaceAll("-", "_");
  let last: string | null = null;
  for (const form of [name, underscored, underscored.toLowerCase()]) {
    // Most names have one form, and this is asked of every name.
    if (form === last) continue;
    last = form;
    const distributions = knowledge.distributionsOf(form);
    if (distributions.length > 0) return distributions.includes(normalized) ? [] : distributions;
  }
  return [];
}

/** What is obscure is never offered. */
function popularTargets(names: readonly NormalizedName[], { popular }: Knowledge): Target[] {
  return names.flatMap((name) => {
    const rank = popular.rankOf(name);
    return rank === null ? [] : [{ name, rank }];
  });
}
