/**
 * The files that only the client can reach, such as those of a repository that is open without a clone: the client is
 * asked for them. One that does not know these requests has no such files.
 */

import type { Connection } from "vscode-languageserver";
import { isRecord } from "../core/records.ts";
import { filesToCheck } from "../project/filesToCheck.ts";
import type { FileTree } from "../project/fileTree.ts";
import { readFolder } from "../project/folderContents.ts";
import { uriBelow } from "./fileUris.ts";
import {
  type FileParams,
  type ListedFolder,
  listFolderRequest,
  readFileRequest,
  type Unreadable,
} from "./protocol.ts";
import type { ProjectFiles } from "./runtime.ts";

export function clientFiles(connection: Connection): ProjectFiles {
  async function ask<Result>(method: string, uri: string): Promise<Result | null> {
    let found: Result | Unreadable | null = null;
    try {
      found = await connection.sendRequest(method, { uri } satisfies FileParams);
    } catch {
      // It does not know the request, or is gone.
    }
    if (isUnreadable(found)) throw new Error(found.problem);
    return found;
  }
  const treeOf = (folder: string): FileTree => ({
    list: async (path) =>
      (await ask<ListedFolder>(listFolderRequest, path === "" ? folder : uriBelow(folder, path))) ?? [],
    read: (path) => readFile(uriBelow(folder, path)),
  });
  const readFile = (uri: string) => ask<string>(readFileRequest, uri);

  return {
    // Packages are installed on a disk, where a Python runs.
    readFolder: async (folder, extent) => ({ ...(await readFolder(treeOf(folder), extent)), installed: [] }),
    findFiles: (folder, ...options) => filesToCheck(treeOf(folder), ...options),
    readFile,
  };
}

function isUnreadable(answer: unknown): answer is Unreadable {
  return isRecord(answer) && "problem" in answer;
}
