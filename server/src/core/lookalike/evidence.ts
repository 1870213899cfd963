/** Evidence that every technique gives: how long and how popular the target is, what family it stands in, how odd the letters are. */

import { type NormalizedName, splitWords } from "../names.ts";
import { joinWords } from "./forms.ts";
import type { Query } from "./query.ts";
import type { Evidence } from "./technique.ts";

/** Techniques of one kind share the weights of length and popularity, so that rare ones learn from frequent ones. */
export type EvidenceKind =
  | "slip"
  | "edit"
  | "first letter"
  | "two edits"
  | "three edits"
  | "whole"
  | "glued"
  | "dashed"
  | "misspelt affix";

export function commonEvidence(kind: EvidenceKind, query: Query, rank: number): Evidence {
  const target = query.targets.nameOf(rank);
  const length = joinWords(target).length;
  return {
    [kind]: 1,
    [`${kind}: ${lengthClass(length)} letters`]: 1,
    [`${kind}: popularity${length < 8 ? " of a short name" : ""}`]: popularity(rank),
    ...(kind === "glued" || kind === "dashed" ? {} : { [`${kind}: unusual letters`]: oddity(query, target) }),
    ...familyEvidence(kind, query, target),
  };
}

/** 0 for a rank of 20,000, 1 for rank 1, on a logarithmic scale. */
export function popularity(rank: number): number {
  return Math.max(0, 1 - Math.log(rank) / Math.log(20_000));
}

/** How much less usual the written letters are than the target's: near 0 where one is as good a word as the other. */
function oddity({ name, letters }: Query, target: string): number {
  return Math.max(-1, Math.min(1, (letters.logProbability(target) - letters.logProbability(name)) / 10));
}

function lengthClass(length: number): string {
  if (length <= 3) return "up to 3";
  if (length <= 5) return String(length);
  if (length <= 7) return "6 to 7";
  if (length <= 10) return "8 to 10";
  return "over 10";
}

/** Names that differ in one word of a family (`types-foo`, `types-bar`) are siblings rather than copies. */
function familyEvidence(kind: EvidenceKind, query: Query, target: NormalizedName): Evidence {
  const words = splitWords(target);
  if (words.length < 2 || query.words.length < 2) return {};
  const shorter = Math.min(words.length, query.words.length);
  let front = 0;
  while (front < shorter && words[front] === query.words[front]) front += 1;
  let back = 0;
  while (back < shorter - front && words.at(-1 - back) === query.words.at(-1 - back)) back += 1;
  const { families } = query;
  const size = Math.max(
    front > 0 ? families.leading(words.slice(0, front).join("-")) : 0,
    back > 0 ? families.trailing(words.slice(words.length - back).join("-")) : 0,
  );
  const differing = words.slice(front, words.length - back).join("").length;
  return {
    [`${kind}: family`]: Math.log2(1 + size) / 10,
    ...(differing > 0 && differing < 6 ? { [`${kind}: in a short word`]: 1 } : {}),
  };
}
