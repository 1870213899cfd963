/** Carries out what was decided in a review, as one edit: fixes are shown in VS Code's own refactor preview first. */

import { l10n, type TextDocument, Uri, WorkspaceEdit, workspace } from "vscode";
import type { PolicyChange, ReviewedPackage, ReviewedPlace } from "../../../server/src/lsp/protocol.ts";
import type { LanguageServer } from "../languageServer.ts";
import { inform, warn } from "../notifications.ts";
import { askForReason, askForScope } from "../policy/askFor.ts";
import type { PolicyEditor, PolicyStep } from "../policy/policyEditor.ts";
import { preparePolicyEdit } from "../policy/policyFile.ts";
import { placeOf, writableScopes } from "../policy/scopes.ts";
import { toRange } from "../ranges.ts";
import { scopesThatCount } from "../trusted/trustPackage.ts";
import { countPackages } from "../words.ts";

export interface Plan {
  readonly trust: readonly ReviewedPackage[];
  readonly fix: readonly ReviewedPackage[];
}

/** Whether anything was done; false where the person dismissed a question or the preview. */
export async function carryOut(server: LanguageServer, policy: PolicyEditor, plan: Plan): Promise<boolean> {
  const trust = plan.trust.length > 0 ? await askForTrust(plan.trust) : null;
  if (trust === undefined) return false;
  if (plan.fix.length === 0) return trust !== null && (await trustAll(policy, trust));

  const edit = new WorkspaceEdit();
  if (!(await addFixes(plan.fix, edit))) {
    return refuse(l10n.t("Nothing was replaced: the files have changed. Look again."));
  }
  const file = trust?.scope.file;
  const prepared = trust && file ? await preparePolicyEdit(server, file, trust.changes, edit) : null;
  if (trust && prepared?.kind === "problem") {
    const args = { place: placeOf(trust.scope), reason: prepared.sentence };
    return refuse(l10n.t("Nothing was changed in {place}: {reason}", args));
  }
  askForPreview(edit);
  // A refactoring saves the files that had no unsaved changes before.
  if (!(await workspace.applyEdit(edit, { isRefactoring: true }))) return false;

  const done = [l10n.t("Replaced what was ticked.")];
  // In the preview the person may have unticked the trust again: then it is still to be done.
  const left =
    trust && file ? await preparePolicyEdit(server, file, trust.changes, new WorkspaceEdit()) : null;
  if (trust && left?.kind === "unchanged") {
    done.push(sentenceOn(trust));
    if (prepared?.kind === "prepared") policy.remember([{ scope: trust.scope, changes: prepared.undo }]);
  }
  void inform(done.join(" "));
  // Only VS Code itself writes user settings, so that they cannot be part of the edit.
  if (trust && !file) await trustAll(policy, trust);
  return true;
}

function refuse(sentence: string): false {
  void warn(sentence);
  return false;
}

async function askForTrust(packages: readonly ReviewedPackage[]): Promise<PolicyStep | undefined> {
  const reason = await askForReason(packages.map(({ name }) => name));
  if (reason === undefined) return undefined;
  const scope = await askForScope(scopesThatCount(writableScopes()));
  if (!scope) return undefined;
  const details = reason === "" ? {} : { reason };
  return { scope, changes: packages.map(({ name }): PolicyChange => ({ kind: "trust", name, details })) };
}

async function trustAll(policy: PolicyEditor, step: PolicyStep): Promise<boolean> {
  const outcome = await policy.change(step, sentenceOn(step));
  return outcome.kind !== "problem";
}

function sentenceOn({ scope, changes }: PolicyStep): string {
  const packages = countPackages(changes.length);
  return l10n.t("Now trusted in {place}: {packages}.", { place: placeOf(scope), packages });
}

/** Whether the edit mends anything. A place whose text has changed since is left alone. */
async function addFixes(packages: readonly ReviewedPackage[], edit: WorkspaceEdit): Promise<boolean> {
  for (const place of packages.flatMap(({ places }) => places)) {
    const { uri, fix } = place;
    const document = await workspace.openTextDocument(Uri.parse(uri));
    if (!fix || !isStillThere(document, place)) continue;
    for (const { range, newText } of fix.edits) {
      edit.replace(document.uri, toRange(range), newText, { needsConfirmation: false, label: fix.title });
    }
  }
  return edit.size > 0;
}

/**
 * VS Code shows its preview for an edit of which a part needs to be confirmed, and such a part is not ticked there. What
 * the person ticked already shall be, so that the part is one without effect, which the preview leaves out.
 */
function askForPreview(edit: WorkspaceEdit): void {
  const [[uri] = []] = edit.entries();
  const metadata = { needsConfirmation: true, label: l10n.t("Review") };
  if (uri) edit.createFile(uri, { ignoreIfExists: true }, metadata);
}

function isStillThere(document: TextDocument, { range, name }: ReviewedPlace): boolean {
  return document.getText(toRange(range)) === name;
}
