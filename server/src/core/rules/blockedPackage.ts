/** The team's own block list names the package. */

import { message } from "../messages.ts";
import type { Rule } from "./rule.ts";

export const blockedPackage: Rule<"blocked-package"> = {
  code: "blocked-package",
  certainty: "listed",
  severity: "error",
  judge({ name, normalized }, { policy }) {
    const rule = policy.blocked.covering(normalized);
    if (!rule) return null;
    return {
      message: rule.reason
        ? message("blocked-package.reason", { name, reason: rule.reason })
        : message("blocked-package", { name }),
      targets: [],
      technique: null,
    };
  },
};
