/** The name is not among those known to be on PyPI: private, new, or made up. */

import { type MessageId, message } from "../messages.ts";
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
      message: message(sentence(), { name, date: knowledge.dates.popular }),
      targets: [],
      technique: null,
    };

    function sentence(): MessageId {
      if (kind === "module") return "unknown-package.module";
      return knowledge.isSystemLibrary(normalized) ? "unknown-package.system-library" : "unknown-package";
    }
  },
};
