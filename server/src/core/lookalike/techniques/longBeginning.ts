/** A long popular name goes on for a few letters that are no word: `fairsequence` for `fairseq`. */

import { affixEvidence, isRelative, isWord } from "../affixEvidence.ts";
import type { Technique } from "../technique.ts";

const shortestTarget = 7;
const longestRest = 5;

export const longBeginning: Technique<"long-beginning"> = {
  id: "long-beginning",
  code: "combosquat",
  explains: "part",
  find(query) {
    return query.contained
      .filter(({ joint, before, after }) => joint === "glued" && before === "" && after.length <= longestRest)
      .filter((one) => query.targets.nameOf(one.rank).length >= shortestTarget)
      .filter((one) => !isWord(one.after, query) && !isRelative(one, query))
      .map((one) => ({
        rank: one.rank,
        evidence: { ...affixEvidence(one, query), "glued: no word": 1 },
        spokenOfFrom: "strict",
      }));
  },
};
