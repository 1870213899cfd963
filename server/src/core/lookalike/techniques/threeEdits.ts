/** Three slips in the long name of one of the best-known projects, both ends kept: `mplatlib` for `matplotlib`. */

import { distance } from "fastest-levenshtein";
import { commonEvidence } from "../evidence.ts";
import type { Candidate, Technique } from "../technique.ts";

/** Further down the list chance finds too much. */
const lastRank = 300;
const shortest = 9;

export const threeEdits: Technique<"three-edits"> = {
  id: "three-edits",
  code: "typosquat",
  explains: "whole",
  find(query) {
    const { name, targets } = query;
    if (name.length < shortest - 3) return [];
    const candidates: Candidate[] = [];
    for (const rank of targets.startingWith(name[0]!)) {
      if (rank > lastRank) break;
      const target = targets.nameOf(rank);
      if (target.length < shortest || Math.abs(target.length - name.length) > 3) continue;
      if (target.at(-1) !== name.at(-1) || target.includes("-")) continue;
      if (distance(target, name) !== 3) continue;
      candidates.push({
        rank,
        evidence: commonEvidence("three edits", query, rank),
        spokenOfFrom: "quiet",
      });
    }
    return candidates;
  },
};
