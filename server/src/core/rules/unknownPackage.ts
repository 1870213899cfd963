/** The name is not among those known to be on PyPI: private, new, or made up. */

import { message } from "../messages.ts";
import type { Rule } from "./rule.ts";

export const unknownPackage: Rule<"unknown-package"> = {
  code: "unknown-package",
  certainty: "guessed",
  severity: "information",
  judge({ kind, name, normalized, guard }, { knowledge }) {
    if (knowledge.isKnown(normalized)) return null;
    // A module that may be missing is the business of the code that catches its absence.
    if (kind === "module" && guard !== null) return null;
    return {
      message: message(kind === "module" ? "unknown-package.module" : "unknown-package", {
        name,
        date: knowledge.dates.popular,
      }),
      targets: [],
      technique: null,
    };
  },
};
