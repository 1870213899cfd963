/** Less knowledge, on purpose: how detection is measured on names that the lists would give away. */

import type { NormalizedName } from "../names.ts";
import type { Knowledge, PopularNames } from "./knowledge.ts";

/** "known-names" drops what people have reviewed too: what is left is known only if it is popular. */
export type DroppableList = "malicious" | "known-names";

export interface Limits {
  /** Keep so many popular names. Families, letters and modules follow: they are those of the names that are kept. */
  readonly top?: number;
  readonly without?: readonly DroppableList[];
}

export function limitKnowledge(knowledge: Knowledge, { top, without = [] }: Limits): Knowledge {
  const popular = top === undefined ? knowledge.popular : limitPopular(knowledge.popular, top);
  const isPopular = (name: NormalizedName): boolean => popular.rankOf(name) !== null;
  return {
    ...knowledge,
    popular,
    ...(top === undefined ? {} : { surroundings: knowledge.surroundings.limitedTo(top) }),
    ...(without.includes("malicious") ? { malwareEntry: () => null } : {}),
    ...(without.includes("known-names")
      ? { isKnown: isPopular, isReviewed: () => false, isHonest: () => false }
      : {}),
  };
}

function limitPopular(popular: PopularNames, top: number): PopularNames {
  const rankOf = (name: NormalizedName): number | null => {
    const rank = popular.rankOf(name);
    return rank !== null && rank <= top ? rank : null;
  };
  return {
    size: Math.min(popular.size, top),
    nameAt: popular.nameAt,
    rankOf,
    downloadsOf: (name) => (rankOf(name) === null ? null : popular.downloadsOf(name)),
  };
}
