/** A letter or two stand for one that looks the same: `djang0`, `reque5ts`, `nurnpy` for `numpy`. */

import { alikeDigraphs, areLookalikeLetters } from "../characters.ts";
import { editsBetween } from "../editDistance.ts";
import { commonEvidence } from "../evidence.ts";
import type { Candidate, Technique } from "../technique.ts";
import { isDigit } from "./oneEdit.ts";

export const lookalikeLetters: Technique<"lookalike-letters"> = {
  id: "lookalike-letters",
  code: "lookalike-characters",
  explains: "whole",
  find(query) {
    const candidates: Candidate[] = [];
    for (const { rank, distance } of query.near) {
      if (distance === 0) continue;
      const target = query.targets.nameOf(rank);
      const nuance = likeness(target, query.name);
      if (nuance)
        candidates.push({ rank, evidence: { ...commonEvidence("slip", query, rank), [nuance]: 1 } });
    }
    return candidates;
  },
};

function likeness(target: string, written: string): string | null {
  if (readsAs(written, target) || readsAs(target, written)) return "letters that read as one";
  const edits = editsBetween(target, written);
  const alike = edits.every((edit) => edit.kind === "replacement" && isTwin(edit.letter, edit.of));
  if (!alike) return null;
  return edits.some((edit) => isDigit(edit.letter)) ? "digit for a letter" : "letter for its double";
}

/** A digit in the target is a version, and what stands in its place is no disguise. */
function isTwin(letter: string, of: string): boolean {
  return !isDigit(of) && areLookalikeLetters(letter, of);
}

/** Whether the name becomes the other when pairs are read as the letter that they resemble. */
function readsAs(name: string, other: string): boolean {
  return alikeDigraphs.some(
    ([pair, letter]) => name.includes(pair) && name.replaceAll(pair, letter) === other,
  );
}
