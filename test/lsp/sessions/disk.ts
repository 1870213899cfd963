/** A disk of a few texts for random sessions: the server reads it, and so does who judges the texts afresh. */

import { uriBelow } from "../../../server/src/lsp/fileUris.ts";
import type { Runtime } from "../../../server/src/lsp/runtime.ts";
import { filesToCheck } from "../../../server/src/project/filesToCheck.ts";
import type { FileTree } from "../../../server/src/project/fileTree.ts";
import { readFolder } from "../../../server/src/project/folderContents.ts";
import { memoryRuntime } from "../../support/memoryRuntime.ts";

/**
 * A host whose disk is a table of texts by URI.
 * @param wait is awaited before each answer
 */
export function runtimeOf(files: ReadonlyMap<string, string>, wait: () => Promise<void>): Runtime {
  const tree = (root: string): FileTree => ({
    async list(folder) {
      await wait();
      return listed(files.keys(), folder === "" ? root : `${root}/${folder}`);
    },
    async read(path) {
      await wait();
      return files.get(uriBelow(root, path)) ?? null;
    },
  });
  return {
    ...memoryRuntime({}),
    async readFile(uri) {
      await wait();
      return files.get(uri) ?? null;
    },
    readFolder: async (folder, extent) => ({ ...(await readFolder(tree(folder), extent)), installed: [] }),
    findFiles: (folder, ...options) => filesToCheck(tree(folder), ...options),
  };
}

/** By their names, as a disk has them, which URIs encode. */
function listed(uris: Iterable<string>, folder: string): { name: string; kind: "file" | "folder" }[] {
  const entries = new Map<string, "file" | "folder">();
  for (const uri of uris) {
    const decoded = decodeURIComponent(uri);
    if (!decoded.startsWith(`${folder}/`)) continue;
    const [name = "", ...below] = decoded.slice(folder.length + 1).split("/");
    entries.set(name, below.length > 0 ? "folder" : "file");
  }
  return [...entries].map(([name, kind]) => ({ name, kind }));
}
