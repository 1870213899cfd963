/** A letter stands for another: `colotama` for `colorama`. A neighbour on the keyboard is likelier a slip than any other letter. */

import { areLookalikeLetters } from "../characters.ts";
import { areNeighbourKeys } from "../keyboard.ts";
import { isDigit, isFirst, isLast, isVowel, oneEdit } from "./oneEdit.ts";

export const replacement = oneEdit("replacement", (single) => {
  const { edit } = single;
  if (edit.kind !== "replacement" || edit.letter === "-" || edit.of === "-") return null;
  if (isDigit(edit.letter) || isDigit(edit.of)) {
    const isVersionOrTwin =
      isLast(single) || (!isDigit(edit.of) && areLookalikeLetters(edit.letter, edit.of));
    return isVersionOrTwin ? null : { kind: "edit", nuance: "digit put or replaced inside" };
  }
  if (areLookalikeLetters(edit.letter, edit.of)) return null;
  const neighbours = areNeighbourKeys(edit.letter, edit.of);
  if (isFirst(single)) {
    return {
      kind: "first letter",
      nuance: neighbours ? "first letter for its neighbour key" : "first letter replaced",
    };
  }
  if (neighbours)
    return { kind: "slip", nuance: isLast(single) ? "last letter for its neighbour key" : "neighbour key" };
  if (isVowel(edit.letter) && isVowel(edit.of)) return { kind: "edit", nuance: "vowel for vowel" };
  return { kind: "edit", nuance: isLast(single) ? "last letter replaced" : "letter replaced inside" };
});
