/** A folder of this machine's disk. */

import type { Dirent } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { decodeText } from "../project/decodeText.ts";
import type { FileTree, FileTreeEntry } from "../project/fileTree.ts";

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

/** Where the path leads, links followed; null where that is outside of the folder. Rejects with the system's error. */
export async function placeWithin(folder: string, path: string): Promise<string | null> {
  const [root, place] = await Promise.all([realpath(folder), realpath(path)]);
  return place === root || place.startsWith(root.endsWith(sep) ? root : root + sep) ? place : null;
}

/**
 * Whether the system's error says that there is no such file or folder, as where it was deleted a moment ago. What was
 * listed by a name that we cannot spell is still there, and nobody looked into it.
 */
export function isGone(error: unknown): boolean {
  if (!(error instanceof Error && "code" in error)) return false;
  if ("path" in error && isUnspellable(String(error.path))) return false;
  return error.code === "ENOENT" || error.code === "ENOTDIR";
}

/** Names are bytes on most systems; where those are no UTF-8, Node lists the name with other letters than it has. */
function isUnspellable(path: string): boolean {
  return basename(path).includes("\ufffd");
}

function nothingIfGone(error: unknown): null {
  if (isGone(error)) return null;
  throw error;
}
