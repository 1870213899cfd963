/** What the person is asked for when a package is to be trusted. Each question gives undefined when it is dismissed. */

import { type InputBoxValidationMessage, InputBoxValidationSeverity, l10n, window } from "vscode";
import { isDay, isNameOrPattern } from "../../../server/src/lsp/protocol.ts";
import { pickOrType } from "../pickOrType.ts";
import { type PolicyScope, placeOf } from "./scopes.ts";

/** @param flagged names that there is a warning about, to choose from */
export async function askForName(
  flagged: readonly { readonly label: string; readonly description: string }[],
): Promise<string | undefined> {
  return pickOrType({
    title: l10n.t("Trust a Package"),
    placeholder: l10n.t("The name of the package, or a pattern such as acme-*"),
    items: flagged,
    whyNot: whyNoName,
  });
}

/** An empty answer is one. */
export async function askForReason(names: readonly string[], before = ""): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t("Reason for Trust"),
    prompt: whyTrusted(names),
    value: before,
    ignoreFocusOut: true,
  });
  return answer?.trim();
}

function whyTrusted([name = "", ...others]: readonly string[]): string {
  return others.length === 0
    ? l10n.t("Why is '{name}' trusted? Others will read it; leave it empty to give no reason.", { name })
    : l10n.t(
        "Why are these {count} packages trusted? Others will read it; leave it empty to give no reason.",
        {
          count: others.length + 1,
        },
      );
}

/** A day, or an empty answer for none. */
export async function askForDay(name: string, before: string, today: string): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t("Expiry of Trust"),
    prompt: l10n.t("The last day on which '{name}' is trusted; leave it empty for no end.", { name }),
    placeHolder: "YYYY-MM-DD",
    value: before,
    ignoreFocusOut: true,
    validateInput: (text) => whyNoDay(text.trim(), today),
  });
  return answer?.trim();
}

/** The nearest settings first, as in the menu of quick fixes, then policy files. Does not ask where there is no choice. */
export async function askForScope(
  scopes: readonly PolicyScope[],
  title = l10n.t("Where should this be trusted?"),
): Promise<PolicyScope | undefined> {
  if (scopes.length === 1) return scopes[0];
  const everywhere = l10n.t("all your projects");
  const settings = scopes.filter(({ scope }) => scope !== "file").reverse();
  const shared = scopes.filter(({ scope }) => scope === "file");
  const items = [...settings, ...shared].map((scope) => ({
    label: scope.title,
    description: scope.fileName === null ? everywhere : placeOf(scope),
    scope,
  }));
  return (await window.showQuickPick(items, { title, ignoreFocusOut: true }))?.scope;
}

function whyNoName(text: string): string | null {
  if (text === "") return l10n.t("Type a name.");
  if (isNameOrPattern(text)) return null;
  return /^[*._-]+$/.test(text)
    ? l10n.t("A pattern needs a letter or a digit: {text} would trust every package.", { text })
    : l10n.t("Names have letters, digits, and inside also . - _; a * stands for any part of a name.");
}

function whyNoDay(text: string, today: string): string | InputBoxValidationMessage | null {
  if (text === "") return null;
  if (!isDay(text)) return l10n.t("Write a day as YYYY-MM-DD, such as 2027-06-30.");
  if (text >= today) return null;
  return {
    message: l10n.t("That day has passed: the entry will not count."),
    severity: InputBoxValidationSeverity.Warning,
  };
}
