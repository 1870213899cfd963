/** Two neighbouring letters are swapped: `reqeusts` for `requests`. */

import { isFirst, oneEdit } from "./oneEdit.ts";

export const transposition = oneEdit("transposition", (single) => {
  if (single.edit.kind !== "transposition") return null;
  return { kind: "slip", nuance: isFirst(single) ? "first two letters swapped" : "neighbours swapped" };
});
