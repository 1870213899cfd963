/** The server's runtime on Node. */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readerFor } from "../core/readers/index.ts";
import type { Runtime } from "../lsp/runtime.ts";
import { readFolder } from "./folderContents.ts";
import { readPackFile } from "./packFile.ts";
import { readTranslations } from "./translations.ts";
import { walk } from "./walk.ts";

export const nodeRuntime: Runtime = {
  loadPack: readPackFile,
  async readFolder(folder, depth, interpreter) {
    // A remote or virtual folder is not on this disk, so that nothing can be told about it.
    if (!folder.startsWith("file:")) return { paths: [], manifests: [], installed: [] };
    return readFolder(fileURLToPath(folder), depth, interpreter);
  },
  async *findFiles(folder) {
    if (!folder.startsWith("file:")) return;
    for await (const { path, ignored } of walk(fileURLToPath(folder), { skipIgnored: true })) {
      if (!ignored && readerFor(path)) yield path;
    }
  },
  async readFile(uri) {
    if (!uri.startsWith("file:")) return null;
    return readFile(fileURLToPath(uri), "utf8").catch(() => null);
  },
  readTranslations,
  now: () => new Date(),
  schedule(work, milliseconds) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};
