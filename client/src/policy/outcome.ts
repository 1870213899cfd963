/** What became of a change of policy. */

import type { PolicyChange } from "../../../server/src/lsp/protocol.ts";

/**
 * - `written`: it is in force.
 * - `unsaved`: it stands in an editor whose file has yet to be saved.
 * - `unchanged`: the policy says so already.
 * - `problem`: nothing was changed, for the reason that the sentence gives.
 */
export type PolicyOutcome =
  | { readonly kind: "written" | "unsaved"; readonly undo: readonly PolicyChange[] }
  | { readonly kind: "unchanged" }
  | { readonly kind: "problem"; readonly sentence: string };

export function problem(sentence: string): PolicyOutcome {
  return { kind: "problem", sentence };
}
