/** The name is on the shipped list of malicious packages. */

import { message } from "../messages.ts";
import { trustDespiteList } from "./innocence.ts";
import { lookalikeTargets } from "./lookalikes.ts";
import type { Rule, Subject, Suspicion, World } from "./rule.ts";

export const maliciousPackage: Rule<"malicious-package"> = {
  code: "malicious-package",
  certainty: "listed",
  severity: "error",
  judge(subject, world) {
    const { kind, name, normalized } = subject;
    const { knowledge, policy } = world;
    if (!knowledge.malwareEntry(normalized)) return null;
    if (kind === "module") return judgeModule(subject, world);
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

/**
 * A module need not come from the distribution of its name, and malware takes the names of common modules: `umap` is
 * provided by `umap-learn`. So the project must ask for the malware itself before its import is an error.
 */
function judgeModule(subject: Subject, { knowledge, workspace }: World): Suspicion | null {
  const { name, normalized } = subject;
  if (knowledge.distributionsOf(name).some((each) => knowledge.popular.rankOf(each) !== null)) return null;
  const targets = lookalikeTargets(subject);
  if (workspace.declared.has(normalized) || workspace.installed.has(normalized)) {
    return { message: message("malicious-package.module", { name }), targets, technique: null };
  }
  return {
    message: message("malicious-package.module-name", { name }),
    targets,
    technique: null,
    atMost: targets.length > 0 ? "warning" : "information",
  };
}
