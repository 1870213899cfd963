/** A letter or, but for the end, a digit is left out: `reqests` for `requests`. */

import { isDigit, isDoubling, isFirst, isLast, isPlural, isVowel, oneEdit } from "./oneEdit.ts";

export const omission = oneEdit("omission", (single) => {
  const { edit } = single;
  if (edit.kind !== "omission" || edit.letter === "-") return null;
  if (isDigit(edit.letter)) return isLast(single) ? null : { kind: "edit", nuance: "digit left out inside" };
  if (isDoubling(single) || isPlural(single)) return null;
  if (isFirst(single)) return { kind: "first letter", nuance: "first letter left out" };
  if (isLast(single)) return { kind: "edit", nuance: "last letter left out" };
  return { kind: "edit", nuance: isVowel(edit.letter) ? "vowel left out" : "consonant left out" };
});
