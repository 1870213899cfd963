/**
 * Changes a policy file as a person would in an editor: unsaved changes are kept, undo works, and comments and order
 * stay, since the server works out the smallest edit.
 */

import {
  commands,
  type FileStat,
  l10n,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import {
  type EditPolicyParams,
  type EditPolicyResult,
  editPolicyRequest,
  type PolicyChange,
} from "../../../server/src/lsp/protocol.ts";
import type { LanguageServer } from "../languageServer.ts";
import { messageOf } from "../messageOf.ts";
import { rangeOf } from "../ranges.ts";
import { type PolicyOutcome, problem } from "./outcome.ts";
import type { PolicyFile } from "./scopes.ts";

export async function changePolicyFile(
  server: LanguageServer,
  file: PolicyFile,
  changes: readonly PolicyChange[],
): Promise<PolicyOutcome> {
  try {
    // A save is also refused where another program wrote between VS Code's look at the file's date and its reading of
    // the text. Taking the change back reads the file anew, so that a second refusal has another reason.
    return (
      (await changeOnce(server, file, changes)) ??
      (await changeOnce(server, file, changes)) ??
      problem(l10n.t("The file cannot be written."))
    );
  } catch (error) {
    return problem(messageOf(error));
  }
}

/** Null where VS Code refused to save; then the change is taken back. */
async function changeOnce(
  server: LanguageServer,
  file: PolicyFile,
  changes: readonly PolicyChange[],
): Promise<PolicyOutcome | null> {
  const edit = new WorkspaceEdit();
  const prepared = await preparePolicyEdit(server, file, changes, edit);
  if (prepared.kind !== "prepared") return prepared;
  const { document, undo } = prepared;
  const isDirty = document?.isDirty === true;
  if (!(await workspace.applyEdit(edit))) return problem(l10n.t("The editor refused the change."));
  // What else stands unsaved in the file is not ours to save.
  if (isDirty) return { kind: "unsaved", undo };
  if (!document || (await document.save())) return { kind: "written", undo };
  await revert(document);
  return null;
}

interface Prepared {
  readonly kind: "prepared";
  /** Null where the edit makes the file. */
  readonly document: TextDocument | null;
  readonly undo: readonly PolicyChange[];
}

/** Adds to the edit what carries out the changes; anything but `prepared` is why that is not needed or cannot be. */
export async function preparePolicyEdit(
  server: LanguageServer,
  { uri, kind }: PolicyFile,
  changes: readonly PolicyChange[],
  edit: WorkspaceEdit,
): Promise<Prepared | PolicyOutcome> {
  if (kind === null) return problem(l10n.t("Namesake only reads this file. Change it by hand."));
  const found = await statOf(uri);
  if (!isWritable(uri, found)) return problem(l10n.t("The file is read-only."));
  const document = found && (await openUpToDate(uri));
  for (;;) {
    const version = document?.version;
    const result = await server.request<EditPolicyResult>(editPolicyRequest, {
      text: document?.getText() ?? "",
      file: kind,
      changes,
    } satisfies EditPolicyParams);
    // Somebody typed meanwhile: those offsets belong to a text that is no more.
    if (document && document.version !== version) continue;
    if ("problem" in result) return problem(result.problem);
    const { edits, undo } = result;
    if (edits.length === 0) return { kind: "unchanged" };
    if (document) {
      for (const { span, newText } of edits) edit.replace(uri, rangeOf(document, span), newText);
    } else {
      const text = edits.map(({ newText }) => newText).join("");
      edit.createFile(uri, { contents: new TextEncoder().encode(text) });
    }
    return { kind: "prepared", document, undo };
  }
}

/** How long VS Code may take to notice that a file was changed on disk, in milliseconds. */
const noticing = { step: 100, limit: 3000 };

/** A file that changed on disk reaches the editor a moment later; saving before that would be refused. */
async function openUpToDate(uri: Uri): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uri);
  for (let waited = 0; waited < noticing.limit; waited += noticing.step) {
    if (document.isDirty || (await textOnDisk(uri)) === document.getText()) return document;
    await new Promise((resolve) => setTimeout(resolve, noticing.step));
  }
  return document;
}

async function textOnDisk(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** VS Code takes back the changes of the active editor only. */
async function revert(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand("workbench.action.files.revert");
}

async function statOf(uri: Uri): Promise<FileStat | null> {
  try {
    return await workspace.fs.stat(uri);
  } catch {
    return null;
  }
}

function isWritable(uri: Uri, found: FileStat | null): boolean {
  return workspace.fs.isWritableFileSystem(uri.scheme) !== false && !found?.permissions;
}
