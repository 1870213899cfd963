/** Two slips in one long name: `libpeshnx` for `libpeshka`, `raqeusts` for `requests`. */

import { type Edit, editsBetween } from "../editDistance.ts";
import { commonEvidence } from "../evidence.ts";
import { joinWords } from "../forms.ts";
import { areNeighbourKeys } from "../keyboard.ts";
import type { Candidate, Technique } from "../technique.ts";
import { isDigit, isVowel } from "./oneEdit.ts";

/** Below this length everything is two edits from something. */
const shortest = 8;

export const twoEdits: Technique<"two-edits"> = {
  id: "two-edits",
  code: "typosquat",
  explains: "whole",
  find(query) {
    const letters = joinWords(query.name);
    const candidates: Candidate[] = [];
    for (const { rank, distance } of query.near) {
      const target = query.targets.nameOf(rank);
      if (distance !== 2 || target.length < shortest || joinWords(target) === letters) continue;
      const edits = editsBetween(target, query.name);
      const evidence: Record<string, number> = { ...commonEvidence("two edits", query, rank) };
      for (const edit of edits) {
        const nuance = `two edits: ${nuanceOf(edit, query.name)}`;
        evidence[nuance] = (evidence[nuance] ?? 0) + 0.5;
      }
      if (target.length >= 12) evidence["two edits: 12 letters or more"] = 1;
      if (target[0] === query.name[0] && target.at(-1) === query.name.at(-1))
        evidence["two edits: both ends kept"] = 1;
      candidates.push({ rank, evidence });
    }
    return candidates;
  },
};

function nuanceOf(edit: Edit, written: string): string {
  if (edit.letter === "-" || ("of" in edit && edit.of === "-")) return "hyphen";
  if (isDigit(edit.letter) || ("of" in edit && isDigit(edit.of))) return "digit";
  if (edit.at === 0) return "first letter";
  switch (edit.kind) {
    case "transposition":
      return "swap";
    case "replacement":
      if (areNeighbourKeys(edit.letter, edit.of)) return "neighbour key";
      return isVowel(edit.letter) && isVowel(edit.of) ? "vowel for vowel" : "letter replaced";
    case "insertion":
      if (written[edit.at - 1] === edit.letter || written[edit.at + 1] === edit.letter)
        return "letter doubled";
      return edit.at >= written.length - 2 ? "letter added at the end" : "letter added";
    case "omission":
      return isVowel(edit.letter) ? "vowel left out" : "consonant left out";
  }
}
