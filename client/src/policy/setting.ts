/** Changes settings that only VS Code itself can write. It replaces whole values, so the others are handed back to it. */

import { ConfigurationTarget, workspace } from "vscode";
import type { PolicyChange } from "../../../server/src/lsp/protocol.ts";
import { messageOf } from "../messageOf.ts";
import { changeEntries } from "./changeEntries.ts";
import type { PolicyOutcome } from "./outcome.ts";
import { type PolicyScope, valuesAt } from "./scopes.ts";

export async function changeSetting(
  scope: PolicyScope,
  changes: readonly PolicyChange[],
): Promise<PolicyOutcome> {
  const changed = changeEntries(valuesAt(scope).trustedPackages, changes);
  if (changed === null) return { kind: "unchanged" };
  const target = scope.scope === "user" ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  try {
    await workspace.getConfiguration("namesake").update("trustedPackages", changed.entries, target);
    return { kind: "written", undo: changed.undo };
  } catch (error) {
    // VS Code refuses a settings file that is malformed or has unsaved changes, and says so.
    return { kind: "problem", sentence: messageOf(error) };
  }
}
