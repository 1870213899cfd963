/** The name is on the shipped list of malicious packages. */

import { message } from "../messages.ts";
import { trustDespiteList } from "./innocence.ts";
import { lookalikeTargets } from "./lookalikes.ts";
import type { Rule } from "./rule.ts";

export const maliciousPackage: Rule<"malicious-package"> = {
  code: "malicious-package",
  certainty: "listed",
  severity: "error",
  judge(subject, { knowledge, policy }) {
    const { kind, name, normalized } = subject;
    const entry = knowledge.malwareEntry(normalized);
    if (!entry) return null;
    // Malware takes the names of common modules too: a popular project that provides the module explains the import.
    if (kind === "module" && knowledge.distributionsOf(name).some((each) => knowledge.popular.rankOf(each))) {
      return null;
    }
    const targets = lookalikeTargets(subject);
    // Lists have errors, so that a team may overrule this one by an exact entry; it stays visible.
    if (trustDespiteList(subject, { policy })) {
      return {
        message: message("malicious-package.trusted", { name }),
        targets,
        technique: null,
        atMost: "information",
      };
    }
    const target = targets[0]?.name;
    return {
      message: target
        ? message("malicious-package.target", { name, target })
        : message("malicious-package", { name }),
      targets,
      technique: null,
    };
  },
};
