/** A word runs into a popular name without a hyphen: `pycryptoenv` and `pycryptoconf` for `pycrypto`, `torchtriton` for `triton`. */

import { affixEvidence, isRelative, isWord } from "../affixEvidence.ts";
import type { Technique } from "../technique.ts";

export const gluedWord: Technique<"glued-word"> = {
  id: "glued-word",
  code: "combosquat",
  explains: "part",
  find(query) {
    return query.contained
      .filter(
        (one) => one.joint === "glued" && isWord(one.before + one.after, query) && !isRelative(one, query),
      )
      .map((one) => ({ rank: one.rank, evidence: affixEvidence(one, query) }));
  },
};
