/** Trust fixes for editors that keep no settings of ours: edits of `namesake.json` at the root of the document's folder. */

import {
  type CodeAction,
  Command,
  CreateFile,
  TextDocumentEdit,
  type TextDocuments,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { message } from "../core/messages.ts";
import { editPolicy } from "../core/policy/editPolicy.ts";
import { policyFileName } from "../core/policy/policyFileName.ts";
import type { ActionFeatures } from "./clientFeatures.ts";
import type { NewPolicyFile } from "./commands.ts";
import { fileKey } from "./fileUris.ts";
import { createPolicyFileCommand } from "./initialize.ts";
import { say } from "./language.ts";
import type { Runtime } from "./runtime.ts";
import { toTextEdit } from "./toProto.ts";

/** What a trust fix is called and does. */
export type TrustFix = Pick<CodeAction, "title" | "edit" | "command">;

interface PolicyFile {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly uri: string;
  /** The editor's text with its version where the file is open, else the text on disk; null where there is none. */
  readonly text: string | null;
  readonly version: number | null;
}

/** Nothing where the file cannot be read or changed without loss, or would stay as it is. */
export async function trustByPolicyFile(
  folder: string,
  documents: TextDocuments<TextDocument>,
  runtime: Runtime,
  features: ActionFeatures,
): Promise<(name: string) => TrustFix[]> {
  const file = await findPolicyFile(folder, documents, runtime).catch(() => null);
  if (!file) return () => [];
  return (name) => {
    const title = say(message("fix.trust.folder", { name, file: policyFileName }));
    if (file.text === null && !features.createsFiles) {
      if (!runtime.createFile) return [];
      const argument: NewPolicyFile = { folder, name };
      return [{ title, command: Command.create(title, createPolicyFileCommand, argument) }];
    }
    const edit = trustEdit(name, file, features);
    return edit ? [{ title, edit }] : [];
  };
}

async function findPolicyFile(
  folder: string,
  documents: TextDocuments<TextDocument>,
  runtime: Runtime,
): Promise<PolicyFile> {
  const uri = `${folder}/${policyFileName}`;
  const open = documents.all().find((document) => fileKey(document.uri) === fileKey(uri));
  if (open) return { folder, uri: open.uri, text: open.getText(), version: open.version };
  return { folder, uri, text: await runtime.readFile(uri), version: null };
}

function trustEdit(
  name: string,
  { uri, text, version }: PolicyFile,
  { versionedEdits }: ActionFeatures,
): WorkspaceEdit | null {
  const found = editPolicy(text ?? "", "namesake-json", { kind: "trust", name, details: {} });
  if (!Array.isArray(found) || found.length === 0) return null;
  const document = TextDocument.create(uri, "json", 0, text ?? "");
  const edits = found.map((edit) => toTextEdit(document, edit));
  if (text === null) {
    const creating = CreateFile.create(uri, { ignoreIfExists: true });
    return { documentChanges: [creating, TextDocumentEdit.create({ uri, version: null }, edits)] };
  }
  // The version keeps an edit from a text that has changed meanwhile; of a file that is not open there is none.
  return version !== null && versionedEdits
    ? { documentChanges: [TextDocumentEdit.create({ uri, version }, edits)] }
    : { changes: { [uri]: edits } };
}
