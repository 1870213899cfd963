/** Answers the server's questions about files that it cannot reach itself, with VS Code's own means. */

import { FileSystemError, FileType, l10n, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  decodeText,
  type FileParams,
  type ListedFolder,
  listFolderRequest,
  readFileRequest,
  type Unreadable,
} from "../../server/src/lsp/protocol.ts";
import { messageOf } from "./messageOf.ts";

export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest<Answer<ListedFolder>, void>(listFolderRequest, ({ uri }: FileParams) =>
    ifReadable(list(Uri.parse(uri, true))),
  );
  client.onRequest<Answer<string>, void>(readFileRequest, ({ uri }: FileParams) =>
    ifReadable(read(Uri.parse(uri, true))),
  );
}

/** Null where there is nothing to be read, or no longer. */
type Answer<Found> = Found | Unreadable | null;

async function list(folder: Uri): Promise<ListedFolder> {
  const entries = await workspace.fs.readDirectory(folder);
  return entries.flatMap(([name, type]) => {
    // Exactly: the types of links have a further bit.
    if (type === FileType.File) return { name, kind: "file" };
    return type === FileType.Directory ? { name, kind: "folder" } : [];
  });
}

async function read(file: Uri): Promise<string> {
  return decodeText(await workspace.fs.readFile(file));
}

async function ifReadable<Found>(reading: Promise<Found>): Promise<Answer<Found>> {
  try {
    return await reading;
  } catch (error) {
    const code = error instanceof FileSystemError ? error.code : "";
    return code === "FileNotFound" || code === "FileNotADirectory"
      ? null
      : { problem: reasonOf(code, error) };
  }
}

function reasonOf(code: string, error: unknown): string {
  switch (code) {
    case "NoPermissions":
      return l10n.t("permission denied");
    case "FileIsADirectory":
      return l10n.t("this is a folder");
    default:
      return messageOf(error);
  }
}
