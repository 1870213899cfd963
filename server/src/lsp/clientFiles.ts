/**
 * The files that only the client can reach, such as those of a repository that is open without a clone: the client is
 * asked for them. One that does not know these requests has no such files.
 */

import type { Connection } from "vscode-languageserver";
import { filesToCheck } from "../project/filesToCheck.ts";
import type { FileTree } from "../project/fileTree.ts";
import { readFolder } from "../project/folderContents.ts";
import { uriBelow } from "./fileUris.ts";
import { type FileParams, type ListedFolder, listFolderRequest, readFileRequest } from "./protocol.ts";
import type { ProjectFiles } from "./runtime.ts";

export function clientFiles(connection: Connection): ProjectFiles {
  async function ask<Result>(method: string, uri: string, otherwise: Result): Promise<Result> {
    try {
      return await connection.sendRequest<Result>(method, { uri } satisfies FileParams);
    } catch {
      return otherwise;
    }
  }
  const treeOf = (folder: string): FileTree => ({
    list: (path) => ask<ListedFolder>(listFolderRequest, path === "" ? folder : uriBelow(folder, path), []),
    read: (path) => readFile(uriBelow(folder, path)),
  });
  const readFile = (uri: string) => ask<string | null>(readFileRequest, uri, null);

  return {
    // Packages are installed on a disk, where a Python runs.
    readFolder: async (folder, depth) => ({ ...(await readFolder(treeOf(folder), depth)), installed: [] }),
    findFiles: (folder, isCancelled) => filesToCheck(treeOf(folder), isCancelled),
    readFile,
  };
}
