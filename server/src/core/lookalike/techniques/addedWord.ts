/** Words stand before, after or around a popular name: `python-bitget-connect` for `python-bitget`, `beautifulsoup-numpy`. */

import { affixEvidence, isRelative } from "../affixEvidence.ts";
import type { Containment } from "../contained.ts";
import type { Query } from "../query.ts";
import type { Candidate, Technique } from "../technique.ts";

export const addedWord: Technique<"added-word"> = {
  id: "added-word",
  code: "combosquat",
  explains: "part",
  find(query) {
    return query.contained
      .filter((one) => one.joint === "dashed" && !isRelative(one, query))
      .map((one): Candidate => {
        const found = { rank: one.rank, evidence: affixEvidence(one, query) };
        return isHardlyChanged(one, query) ? { ...found, spokenOfFrom: "balanced" } : found;
      });
  },
};

/** A letter or two beside three words or more: nobody names a package of his own so. */
function isHardlyChanged({ rank, before, after }: Containment, { targets }: Query): boolean {
  return targets.nameOf(rank).split("-").length >= 3 && before.length + after.length <= 2;
}
