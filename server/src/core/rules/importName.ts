/** A module's name stands where the name of its distribution belongs: `cv2` is installed as `opencv-python`. */

import { message } from "../messages.ts";
import type { NormalizedName } from "../names.ts";
import type { Rule } from "./rule.ts";

export const importName: Rule<"import-name"> = {
  code: "import-name",
  certainty: "evident",
  severity: "warning",
  judge({ kind, name, normalized, direct }, { knowledge }) {
    if (kind !== "distribution" || direct) return null;
    const own = knowledge.popular.rankOf(normalized);
    const targets = distributionsForModule(name).flatMap((distribution) => {
      const rank = knowledge.popular.rankOf(distribution);
      return rank === null ? [] : [{ name: distribution, rank }];
    });
    const best = targets[0];
    if (!best) return null;
    return {
      message: message("import-name", { name, target: best.name }),
      targets: targets.slice(0, 3),
      technique: null,
      // A popular or reviewed project of that name exists, often a placeholder that asks for the right one.
      ...(own !== null || knowledge.isReviewed(normalized) ? { atMost: "information" as const } : {}),
    };

    /** None where the written name is itself a distribution that provides the module. */
    function distributionsForModule(module: string): readonly NormalizedName[] {
      for (const form of [module, module.replaceAll("-", "_"), module.toLowerCase().replaceAll("-", "_")]) {
        const distributions = knowledge.distributionsOf(form);
        if (distributions.length > 0) return distributions.includes(normalized) ? [] : distributions;
      }
      return [];
    }
  },
};
