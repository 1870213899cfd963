/** An affix on a misspelt popular name: `python-reqeusts`, `tensrflow-gpu` for `tensorflow`, `python-dateutils2`. */

import { commonEvidence } from "../evidence.ts";
import { formOf } from "../forms.ts";
import type { Query } from "../query.ts";
import type { Candidate, Technique } from "../technique.ts";

const shortest = 6;

export const misspeltAffix: Technique<"misspelt-affix"> = {
  id: "misspelt-affix",
  code: "combosquat",
  explains: "part",
  find(query) {
    const found = new Map<number, Candidate>();
    for (const [part, how] of parts(query)) {
      if (part.length < shortest) continue;
      const near =
        how === "core"
          ? [...query.targets.near(part, 1), ...query.targets.nearCore(part, 1)]
          : query.targets.near(part, 1);
      for (const { rank, distance } of near) {
        const target = query.targets.nameOf(rank);
        if (distance !== 1 || target[0] === undefined || found.has(rank)) continue;
        const firstKept = part[0] === formOf(target).core[0] || part[0] === target[0];
        found.set(rank, {
          rank,
          evidence: {
            ...commonEvidence("misspelt affix", query, rank),
            [`misspelt affix: ${how}`]: 1,
            ...(firstKept ? {} : { "misspelt affix: first letter": 1 }),
          },
        });
      }
    }
    return [...found.values()];
  },
};

function* parts({ name, words }: Query): Generator<[string, "core" | "first word off" | "last word off"]> {
  const { core } = formOf(name);
  yield [core, "core"];
  if (words.length > 1 && words.length <= 6) {
    yield [words.slice(1).join("-"), "first word off"];
    yield [words.slice(0, -1).join("-"), "last word off"];
  }
}
