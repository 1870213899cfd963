/** What speaks for and against a popular name with a word put before or after it. */

import { splitWords } from "../names.ts";
import type { Containment } from "./contained.ts";
import { isEmptyWord } from "./emptyWords.ts";
import { commonEvidence, popularity } from "./evidence.ts";
import type { Query } from "./query.ts";
import type { Evidence } from "./technique.ts";

/** From this size on a family is known as one: `azure-mgmt-*`, `django-*`. */
const knownFamily = 20;

export function isWord(rest: string, query: Query): boolean {
  return rest.length <= 2 || /^\d+$/.test(rest) || query.learnt.isUsualWord(rest);
}

/** Whether target and written name are members of one large family, where longer names are honest relatives. */
export function isRelative({ before, rank }: Containment, { targets, families }: Query): boolean {
  const words = splitWords(targets.nameOf(rank));
  if (words.length < 2 || words.includes("python")) return false;
  const members =
    before === ""
      ? families.leading(words.slice(0, -1).join("-"))
      : families.trailing(words.slice(1).join("-"));
  return members >= knownFamily;
}

export function affixEvidence(contained: Containment, query: Query): Evidence {
  const { joint, before, after, rank } = contained;
  const { families } = query;
  const target = query.targets.nameOf(rank);
  const rest = before + after;
  const evidence: Record<string, number> = {
    ...commonEvidence(joint, query, rank),
    [`${joint}: ${before === "" ? "after" : after === "" ? "before" : "around"}`]: 1,
    [`${joint}: affix odds`]: oddsOf(contained, query),
    [`${joint}: family of the target`]: familySize(
      before === "" ? families.leading(target) : families.trailing(target),
    ),
    [`${joint}: family of the affix`]: familySize(
      before === "" ? families.trailing(after) : families.leading(before),
    ),
  };
  if (isEmptyWord(rest)) {
    evidence[`${joint}: empty word`] = 1;
    evidence[`${joint}: empty word, popularity`] = popularity(rank);
  }
  if (rest.length <= 4) evidence[`${joint}: up to four letters`] = 1;
  if (rest.length <= 2) evidence[`${joint}: up to two letters`] = 1;
  if (/^\d+$/.test(rest)) evidence[`${joint}: number`] = 1;
  if (target.includes("-")) evidence[`${joint}: target of several words`] = 1;
  return evidence;
}

function oddsOf({ before, after }: Containment, { learnt }: Query): number {
  const odds = [before && `${before}-`, after && `-${after}`].filter((affix) => affix !== "");
  return Math.max(...odds.map((affix) => learnt.affixOdds(affix) ?? 0));
}

function familySize(members: number): number {
  return Math.log2(1 + members) / 10;
}
