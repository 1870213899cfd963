/** The server's runtime on Node. */

import { fileURLToPath } from "node:url";
import type { Runtime } from "../lsp/runtime.ts";
import { readFolder } from "./folderContents.ts";
import { readPackFile } from "./packFile.ts";

export const nodeRuntime: Runtime = {
  loadPack: readPackFile,
  async readFolder(folder, depth, interpreter) {
    // A remote or virtual folder is not on this disk, so that nothing can be told about it.
    if (!folder.startsWith("file:")) return { paths: [], manifests: [], installed: [] };
    return readFolder(fileURLToPath(folder), depth, interpreter);
  },
  now: () => new Date(),
  schedule(work, milliseconds) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};
