/** A folder of this machine's disk. */

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FileTree } from "../project/fileTree.ts";
import { decodeText } from "./textFile.ts";

export function diskTree(root: string): FileTree {
  return {
    async list(folder) {
      try {
        const entries = await readdir(join(root, folder), { withFileTypes: true });
        return entries.flatMap((entry) => {
          if (entry.isFile()) return { name: entry.name, kind: "file" };
          return entry.isDirectory() ? { name: entry.name, kind: "folder" } : [];
        });
      } catch {
        return [];
      }
    },
    read: (path) => readFile(join(root, path)).then(decodeText, () => null),
  };
}
