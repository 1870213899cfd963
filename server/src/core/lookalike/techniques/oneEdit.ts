/** What the techniques of a single edit share: they look at the targets one edit away and differ in which edits are theirs. */

import type { NormalizedName } from "../../names.ts";
import { type Edit, editsBetween } from "../editDistance.ts";
import { commonEvidence, type EvidenceKind } from "../evidence.ts";
import type { Candidate, Technique } from "../technique.ts";

/** A single edit, with both names. */
export interface SingleEdit {
  readonly edit: Edit;
  readonly target: string;
  readonly written: NormalizedName;
}

/** What an edit looks like: how the weights call it, and whether it is a slip of the finger, the commonest mistake. */
export interface Likeness {
  readonly kind: Extract<EvidenceKind, "slip" | "edit" | "first letter">;
  readonly nuance: string;
}

export function oneEdit<const Id extends string>(
  id: Id,
  recognise: (edit: SingleEdit) => Likeness | null,
): Technique<Id> {
  return {
    id,
    code: "typosquat",
    explains: "whole",
    find(query) {
      const candidates: Candidate[] = [];
      for (const { rank, distance } of query.near) {
        if (distance !== 1) continue;
        const target = query.targets.nameOf(rank);
        const [edit] = editsBetween(target, query.name);
        const likeness = edit && recognise({ edit, target, written: query.name });
        if (!likeness) continue;
        candidates.push({
          rank,
          evidence: { ...commonEvidence(likeness.kind, query, rank), [likeness.nuance]: 1 },
        });
      }
      return candidates;
    },
  };
}

export function isFirst({ edit }: SingleEdit): boolean {
  return edit.at === 0;
}

/** Whether the edit stands at the end of the written name. */
export function isLast({ edit, written }: SingleEdit): boolean {
  return edit.at >= written.length - (edit.kind === "omission" ? 0 : 1);
}

export function isVowel(letter: string): boolean {
  return "aeiouy".includes(letter);
}

export function isDigit(letter: string): boolean {
  return letter >= "0" && letter <= "9";
}

/** A letter written twice, or one of two equal letters. Which of the two it was is not told apart: it counts as the second. */
export function isDoubling({ edit, target, written }: SingleEdit): boolean {
  if (edit.kind !== "insertion" && edit.kind !== "omission") return false;
  const longer = edit.kind === "insertion" ? written : target;
  return longer[edit.at - 1] === edit.letter;
}

/** An `s` added to or left out at the end of a word of letters. */
export function isPlural(single: SingleEdit): boolean {
  const { edit } = single;
  if (edit.letter !== "s" || (edit.kind !== "insertion" && edit.kind !== "omission")) return false;
  const longer = edit.kind === "insertion" ? single.written : single.target;
  return isLetter(longer[edit.at - 1]) && (edit.at === longer.length - 1 || longer[edit.at + 1] === "-");
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && letter >= "a" && letter <= "z";
}
