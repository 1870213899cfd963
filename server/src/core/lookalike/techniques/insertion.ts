/** A letter or, but for the end, a digit is added: `matpliotlib`, `req2uests`. A neighbour of the key beside it is likelier a slip. */

import { areNeighbourKeys } from "../keyboard.ts";
import { isDigit, isDoubling, isFirst, isLast, isPlural, oneEdit, type SingleEdit } from "./oneEdit.ts";

export const insertion = oneEdit("insertion", (single) => {
  const { edit } = single;
  if (edit.kind !== "insertion" || edit.letter === "-") return null;
  if (isDigit(edit.letter)) return isLast(single) ? null : { kind: "edit", nuance: "digit added inside" };
  if (isDoubling(single) || isPlural(single)) return null;
  if (isFirst(single)) return { kind: "first letter", nuance: "first letter added" };
  if (isLast(single)) return { kind: "edit", nuance: "last letter added" };
  return isBesideNeighbourKey(single)
    ? { kind: "slip", nuance: "neighbour key added" }
    : { kind: "edit", nuance: "letter added inside" };
});

function isBesideNeighbourKey({ edit, written }: SingleEdit): boolean {
  const beside = [written[edit.at - 1], written[edit.at + 1]];
  return beside.some((letter) => letter !== undefined && areNeighbourKeys(letter, edit.letter));
}
