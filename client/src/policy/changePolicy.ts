/** Carries out a change of policy at a scope, and says in one sentence what became of it. */

import { l10n, window } from "vscode";
import type { PolicyChange } from "../../../server/src/lsp/protocol.ts";
import type { LanguageServer } from "../languageServer.ts";
import { openPolicy } from "./openPolicy.ts";
import { changePolicyFile } from "./policyFile.ts";
import type { PolicyScope } from "./scopes.ts";
import { changeSetting } from "./setting.ts";

/**
 * - `written`: it is in force.
 * - `unsaved`: it stands in an editor whose file has yet to be saved.
 * - `unchanged`: the policy says so already.
 * - `problem`: nothing was changed, for the reason that the sentence gives.
 */
export type PolicyOutcome =
  | { readonly kind: "written" | "unsaved" | "unchanged" }
  | { readonly kind: "problem"; readonly sentence: string };

/** Resolves when the change is made; the sentence may still be on the screen. */
export async function changePolicy(
  server: LanguageServer,
  scope: PolicyScope,
  change: PolicyChange,
): Promise<PolicyOutcome> {
  const outcome = scope.file
    ? await changePolicyFile(server, scope.file, change)
    : await changeSetting(scope, change);
  void announce(scope, change, outcome);
  return outcome;
}

async function announce(scope: PolicyScope, change: PolicyChange, outcome: PolicyOutcome): Promise<void> {
  const open = l10n.t("Open");
  const place = scope.fileName ?? l10n.t("your user settings");
  const sentence = describe(change, outcome, place);
  const show = outcome.kind === "written" ? window.showInformationMessage : window.showWarningMessage;
  if ((await show(sentence, open)) === open) await openPolicy(scope, change.name);
}

function describe({ kind, name }: PolicyChange, outcome: PolicyOutcome, place: string): string {
  const args = { name, place };
  switch (outcome.kind) {
    case "written":
      return kind === "trust"
        ? l10n.t("'{name}' is now trusted in {place}.", args)
        : l10n.t("'{name}' is no longer trusted in {place}.", args);
    case "unsaved":
      return l10n.t(
        "'{name}' is changed in {place}, which is not saved yet. Save it to make it count.",
        args,
      );
    case "unchanged":
      return kind === "trust"
        ? l10n.t("'{name}' is trusted in {place} already.", args)
        : l10n.t("'{name}' is not trusted in {place}.", args);
    case "problem":
      return l10n.t("Nothing was changed in {place}: {reason}", { place, reason: outcome.sentence });
  }
}
