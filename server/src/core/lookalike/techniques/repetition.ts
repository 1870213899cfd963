/** A letter is written twice, or one of two equal letters is left out: `rrequests`, `mattplotlib`, `colorma`. */

import { isDigit, isDoubling, isPlural, oneEdit } from "./oneEdit.ts";

export const repetition = oneEdit("repetition", (single) => {
  if (!isDoubling(single) || isPlural(single) || isDigit(single.edit.letter)) return null;
  return {
    kind: "slip",
    nuance: single.edit.kind === "insertion" ? "letter doubled" : "double letter halved",
  };
});
