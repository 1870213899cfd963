/** Answers the server's questions about files that it cannot reach itself, with VS Code's own means. */

import { FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type FileParams,
  type ListedFolder,
  listFolderRequest,
  readFileRequest,
} from "../../server/src/lsp/protocol.ts";

export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest(listFolderRequest, ({ uri }: FileParams) => list(Uri.parse(uri, true)));
  client.onRequest(readFileRequest, ({ uri }: FileParams) => read(Uri.parse(uri, true)));
}

/** Rejects where it cannot be read. */
async function list(folder: Uri): Promise<ListedFolder> {
  const entries = await workspace.fs.readDirectory(folder);
  return entries.flatMap(([name, type]) => {
    // Exactly: the types of links have a further bit.
    if (type === FileType.File) return { name, kind: "file" };
    return type === FileType.Directory ? { name, kind: "folder" } : [];
  });
}

async function read(file: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
