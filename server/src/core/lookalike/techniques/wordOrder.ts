/** The same words in another order: `python-kafka` for `kafka-python`, `nosepytest` for `pytest-nose`. */

import { commonEvidence } from "../evidence.ts";
import { joinWords, sortWords } from "../forms.ts";
import type { Query } from "../query.ts";
import type { Technique } from "../technique.ts";

/** More words than any popular name has need no sorting. */
const mostWords = 12;
/** A word of fewer letters at either end turns up by chance when a glued name is split. */
const shortestWord = 3;

export const wordOrder: Technique<"word-order"> = {
  id: "word-order",
  code: "combosquat",
  explains: "whole",
  find(query) {
    const ranks = new Set([...sorted(query), ...rotated(query)]);
    const same = joinWords(query.name);
    return [...ranks]
      .filter((rank) => joinWords(query.targets.nameOf(rank)) !== same)
      .map((rank) => ({
        rank,
        evidence: { ...commonEvidence("whole", query, rank), "words reordered": 1 },
        spokenOfFrom: "balanced",
      }));
  },
};

function sorted(query: Query): readonly number[] {
  return query.words.length > 1 && query.words.length <= mostWords
    ? query.targets.sortedAs(sortWords(query.name))
    : [];
}

/** A name without hyphens may be two words in the wrong order: each place where it could be cut is tried. */
function* rotated({ name, words, targets }: Query): Generator<number> {
  if (words.length > 1 || name.length > 40) return;
  for (let cut = shortestWord; cut <= name.length - shortestWord; cut += 1) {
    for (const rank of targets.joinedAs(name.slice(cut) + name.slice(0, cut))) {
      if (targets.nameOf(rank)[name.length - cut] === "-") yield rank;
    }
  }
}
