/** An `s` is added to a word or left out at its end: `huggingface-hubs`, `request`. */

import { isPlural, oneEdit } from "./oneEdit.ts";

export const plural = oneEdit("plural", (single) => {
  if (!isPlural(single)) return null;
  return { kind: "edit", nuance: single.edit.kind === "insertion" ? "plural added" : "plural dropped" };
});
