/** Hyphens are added, dropped or moved: `setup-tools` for `setuptools`. */

import { commonEvidence } from "../evidence.ts";
import { joinWords } from "../forms.ts";
import type { Technique } from "../technique.ts";

export const separators: Technique<"separators"> = {
  id: "separators",
  code: "typosquat",
  explains: "whole",
  find(query) {
    const hyphens = query.words.length - 1;
    return query.targets.joinedAs(joinWords(query.name)).flatMap((rank) => {
      const target = query.targets.nameOf(rank);
      if (target === query.name) return [];
      const targetHyphens = target.split("-").length - 1;
      const nuance =
        hyphens > targetHyphens
          ? "hyphen added"
          : hyphens < targetHyphens
            ? "hyphen dropped"
            : "hyphen moved";
      return [{ rank, evidence: { ...commonEvidence("whole", query, rank), [nuance]: 1 } }];
    });
  },
};
