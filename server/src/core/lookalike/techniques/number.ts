/** A number is added, dropped or changed: `requests2`, `urllib` for `urllib3`, `detectron4`, `python3-dateutil`. */

import { commonEvidence } from "../evidence.ts";
import { formOf } from "../forms.ts";
import type { Candidate, Technique } from "../technique.ts";

/** Up to this rank a bare name is hardly ever another project's: there is no `urllib` on PyPI. */
const wellKnown = 1_000;

export const number: Technique<"number"> = {
  id: "number",
  code: "typosquat",
  explains: "whole",
  find(query) {
    const written = formOf(query.name);
    const candidates: Candidate[] = [];
    for (const rank of query.targets.withCore(written.core)) {
      const target = formOf(query.targets.nameOf(rank));
      if (target.python !== written.python || target.library !== written.library) continue;
      const change = changeOfNumber(target.number, written.number);
      if (!change) continue;
      const place = written.python === "" ? "at the end" : "after python";
      const evidence = { ...commonEvidence("whole", query, rank), [`number ${change} ${place}`]: 1 };
      candidates.push({
        rank,
        evidence,
        ...(change === "dropped" && rank <= wellKnown ? { spokenOfFrom: "quiet" } : {}),
      });
    }
    return candidates;
  },
};

function changeOfNumber(target: string, written: string): "added" | "dropped" | "changed" | null {
  if (target === written) return null;
  if (target === "") return "added";
  return written === "" ? "dropped" : "changed";
}
