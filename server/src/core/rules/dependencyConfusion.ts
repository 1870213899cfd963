/** The file mixes indexes, so that PyPI can answer for a private name. */

import { message } from "../messages.ts";
import type { Rule } from "./rule.ts";

export const dependencyConfusion: Rule<"dependency-confusion"> = {
  code: "dependency-confusion",
  certainty: "evident",
  severity: "warning",
  judge(subject, { knowledge, policy }) {
    const { name, normalized, direct, privateIndex } = subject;
    if (direct || privateIndex === null) return null;
    const isPrivate = policy.private.covering(normalized) !== null;
    // A name that PyPI does not have, in a file with a private index, is most likely that index's; a misspelt one is not.
    const seemsPrivate =
      !knowledge.isKnown(normalized) &&
      !knowledge.isSystemLibrary(normalized) &&
      subject.lookalikes().length === 0;
    if (!isPrivate && !seemsPrivate) return null;
    return {
      message: message(isPrivate ? "dependency-confusion.private" : "dependency-confusion", {
        name,
        host: privateIndex.host,
      }),
      targets: [],
      technique: null,
    };
  },
};
