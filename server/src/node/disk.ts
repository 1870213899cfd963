/** A folder of this machine's disk. */

import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "../project/decodeText.ts";
import type { FileTree, FileTreeEntry } from "../project/fileTree.ts";
import { isGone, isUnspellable, placeWithin, readIfThere } from "./textFile.ts";

export function diskTree(root: string): FileTree {
  return {
    async list(folder) {
      const entries = (await readdir(join(root, folder), { withFileTypes: true }).catch(nothingIfGone)) ?? [];
      const kinds = entries.map(kindOf);
      // Of thousands of files hardly any is a link, and each promise costs as much as all else about its file.
      const links = [...entries.keys()].filter((index) => entries[index]!.isSymbolicLink());
      await Promise.all(
        links.map(async (index) => {
          kinds[index] = await kindOfLink(root, join(root, folder, entries[index]!.name));
        }),
      );
      return entries.flatMap(({ name }, index) => {
        const kind = kinds[index];
        return kind ? { name, kind } : [];
      });
    },
    read: (path) => readFile(join(root, path)).then(decodeText, nothingIfGone),
    readUnlisted: (path) => readIfThere(root, join(root, path)),
  };
}

type Kind = FileTreeEntry["kind"] | null;

function kindOf(entry: Dirent): Kind {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "folder" : null;
}

/** pip reads a file by a link as well, whatever the file itself is called. A link to a folder could lead back to itself. */
async function kindOfLink(root: string, path: string): Promise<Kind> {
  try {
    const place = await placeWithin(root, path);
    return place !== null && (await stat(place)).isFile() ? "file" : null;
  } catch {
    return isUnspellable(path) ? "file" : null;
  }
}

function nothingIfGone(error: unknown): null {
  if (isGone(error)) return null;
  throw error;
}
