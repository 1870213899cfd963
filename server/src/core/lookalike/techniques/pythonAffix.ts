/** `py`, `python` or `lib` is added, dropped, moved or spelt the other way: `python-sqlite` for `pysqlite`, `pythonkafka` for `kafka-python`. */

import { commonEvidence } from "../evidence.ts";
import { type Form, formOf } from "../forms.ts";
import type { Candidate, Technique } from "../technique.ts";

export const pythonAffix: Technique<"python-affix"> = {
  id: "python-affix",
  code: "combosquat",
  explains: "whole",
  find(query) {
    const written = formOf(query.name);
    const candidates: Candidate[] = [];
    for (const rank of query.targets.withCore(written.core)) {
      const target = formOf(query.targets.nameOf(rank));
      const nuances = [change("python", target, written), change("library", target, written)].filter(
        (nuance) => nuance !== null,
      );
      if (nuances.length === 0) continue;
      const evidence: Record<string, number> = { ...commonEvidence("whole", query, rank) };
      for (const nuance of nuances) evidence[nuance] = 1;
      if (target.number !== written.number) evidence["number differs too"] = 1;
      const clear = rank <= lastClearRank(target, written);
      candidates.push({ rank, evidence, ...(clear ? { spokenOfFrom: "balanced" } : {}) });
    }
    return candidates;
  },
};

/** Honest bindings put `py` before the name of what they bind, but seldom before the name of a popular distribution. */
function lastClearRank(target: Form, written: Form): number {
  if (target.python === written.python) return 3_000;
  return target.python === "" ? 100 : 1_000;
}

function change(part: "python" | "library", target: Form, written: Form): string | null {
  if (target[part] === written[part]) return null;
  if (target[part] === "") return `${part} added as ${written[part]}`;
  return written[part] === "" ? `${part} dropped` : `${part} moved or respelt`;
}
