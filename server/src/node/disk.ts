/** A folder of this machine's disk. */

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "../project/decodeText.ts";
import type { FileTree } from "../project/fileTree.ts";

export function diskTree(root: string): FileTree {
  return {
    async list(folder) {
      const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(nothingIfGone);
      return (entries ?? []).flatMap((entry) => {
        if (entry.isFile()) return { name: entry.name, kind: "file" };
        return entry.isDirectory() ? { name: entry.name, kind: "folder" } : [];
      });
    },
    read: (path) => readFile(join(root, path)).then(decodeText, nothingIfGone),
  };
}

/** Whether the system's error says that there is no such file or folder, as where it was deleted a moment ago. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

function nothingIfGone(error: unknown): null {
  if (isGone(error)) return null;
  throw error;
}
