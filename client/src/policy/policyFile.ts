/**
 * Changes a policy file as a person would in an editor: unsaved changes are kept, undo works, and comments and order
 * stay, since the server works out the smallest edit.
 */

import {
  commands,
  type FileStat,
  l10n,
  Range,
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
import type { PolicyOutcome } from "./changePolicy.ts";
import type { PolicyFile } from "./scopes.ts";

export async function changePolicyFile(
  server: LanguageServer,
  { uri, kind }: PolicyFile,
  change: PolicyChange,
): Promise<PolicyOutcome> {
  const editsOf = (text: string) =>
    server.request<EditPolicyResult>(editPolicyRequest, {
      text,
      file: kind,
      change,
    } satisfies EditPolicyParams);

  try {
    const found = await statOf(uri);
    if (!isWritable(uri, found)) return problem(l10n.t("The file is read-only."));
    return found === null
      ? await createFile(uri, await editsOf(""))
      : await changeDocument(await workspace.openTextDocument(uri), editsOf);
  } catch (error) {
    return problem(error instanceof Error ? error.message : String(error));
  }
}

async function createFile(uri: Uri, result: EditPolicyResult): Promise<PolicyOutcome> {
  if ("problem" in result) return problem(result.problem);
  const text = result.edits.map(({ newText }) => newText).join("");
  if (text === "") return { kind: "unchanged" };
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  return (await workspace.applyEdit(edit)) ? { kind: "written" } : refused();
}

async function changeDocument(
  document: TextDocument,
  editsOf: (text: string) => Promise<EditPolicyResult>,
): Promise<PolicyOutcome> {
  const { version, isDirty } = document;
  const result = await editsOf(document.getText());
  // Somebody typed meanwhile: those offsets belong to a text that is no more.
  if (document.version !== version) return changeDocument(document, editsOf);
  if ("problem" in result) return problem(result.problem);
  if (result.edits.length === 0) return { kind: "unchanged" };

  const edit = new WorkspaceEdit();
  for (const { span, newText } of result.edits) {
    const range = new Range(document.positionAt(span.start), document.positionAt(span.end));
    edit.replace(document.uri, range, newText);
  }
  if (!(await workspace.applyEdit(edit))) return refused();
  // What else stands unsaved in the file is not ours to save.
  if (isDirty) return { kind: "unsaved" };
  return (await document.save()) ? { kind: "written" } : giveUp(document);
}

/** VS Code tells only when it saves that a file cannot be written. It takes back changes of the active editor only. */
async function giveUp(document: TextDocument): Promise<PolicyOutcome> {
  await window.showTextDocument(document);
  await commands.executeCommand("workbench.action.files.revert");
  return problem(l10n.t("The file cannot be written."));
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

function refused(): PolicyOutcome {
  return problem(l10n.t("The editor refused the change."));
}

function problem(sentence: string): PolicyOutcome {
  return { kind: "problem", sentence };
}
