/** What the person is asked for when a package is to be trusted. Each question gives undefined when it is dismissed. */

import { l10n, window } from "vscode";
import { isNameOrPattern } from "../../../server/src/lsp/protocol.ts";
import type { PolicyScope } from "./scopes.ts";

export async function askForName(): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t("Trust a Package"),
    prompt: l10n.t("The name of the package, or a pattern such as acme-*"),
    ignoreFocusOut: true,
    validateInput: (text) => whyNoName(text.trim()),
  });
  return answer?.trim();
}

/** An empty answer is one. */
export async function askForReason(name: string): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t("Trust a Package"),
    prompt: l10n.t("Why is '{name}' trusted? Others will read it; leave it empty to give no reason.", {
      name,
    }),
    ignoreFocusOut: true,
  });
  return answer?.trim();
}

/** The nearest first, as in the menu of quick fixes. Does not ask where there is no choice. */
export async function askForScope(scopes: readonly PolicyScope[]): Promise<PolicyScope | undefined> {
  if (scopes.length === 1) return scopes[0];
  const everywhere = l10n.t("all your projects");
  const items = scopes.map((scope) => ({
    label: scope.title,
    description: scope.fileName ?? everywhere,
    scope,
  }));
  items.reverse();
  const title = l10n.t("Where should the package be trusted?");
  return (await window.showQuickPick(items, { title, ignoreFocusOut: true }))?.scope;
}

function whyNoName(text: string): string | null {
  if (text === "") return l10n.t("Type a name.");
  if (isNameOrPattern(text)) return null;
  return /^[*._-]+$/.test(text)
    ? l10n.t("A pattern needs a letter or a digit: {text} would trust every package.", { text })
    : l10n.t("Names have letters, digits, and inside also . - _; a * stands for any part of a name.");
}
