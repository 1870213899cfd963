/** An affix on a misspelt popular name: `python-reqeusts`, `tensrflow-gpu` for `tensorflow`, `python-dateutils2`. */

import { commonEvidence } from "../evidence.ts";
import { formOf } from "../forms.ts";
import type { Query } from "../query.ts";
import type { NearTarget } from "../targets.ts";
import type { Candidate, Technique } from "../technique.ts";

/** Shorter parts, and parts near less popular names, are words of their own. */
const shortest = 6;
const lastRank = 2_000;

export const misspeltAffix: Technique<"misspelt-affix"> = {
  id: "misspelt-affix",
  code: "combosquat",
  explains: "part",
  find(query) {
    const found = new Map<number, Candidate>();
    for (const [part, how] of parts(query)) {
      for (const { rank, distance } of part.length < shortest ? [] : nearParts(part, how, query)) {
        if (distance !== 1 || rank > lastRank || found.has(rank)) continue;
        const target = query.targets.nameOf(rank);
        const firstKept = part[0] === target[0] || part[0] === formOf(target).core[0];
        const evidence = { ...commonEvidence("misspelt affix", query, rank), [`misspelt affix: ${how}`]: 1 };
        found.set(rank, {
          rank,
          evidence: firstKept ? evidence : { ...evidence, "misspelt affix: first letter": 1 },
        });
      }
    }
    return [...found.values()];
  },
};

type Part = "core" | "first word off" | "last word off";

/** A core is compared with cores as well: `dateutils` with that of `python-dateutil`. */
function nearParts(part: string, how: Part, { name, near: nearName, targets }: Query): readonly NearTarget[] {
  const near = part === name ? nearName : targets.near(part, 1);
  return how === "core" ? [...near, ...targets.nearCore(part, 1)] : near;
}

function* parts({ name, words }: Query): Generator<[string, Part]> {
  const { core } = formOf(name);
  yield [core, "core"];
  if (words.length > 1 && words.length <= 6) {
    yield [words.slice(1).join("-"), "first word off"];
    yield [words.slice(0, -1).join("-"), "last word off"];
  }
}
