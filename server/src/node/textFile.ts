/** Files of this disk that strangers may have made: regular ones alone, within the folder that they belong to. */

import { readFile, realpath, stat } from "node:fs/promises";
import { basename, sep } from "node:path";
import * as l10n from "@vscode/l10n";
import { decodeText } from "../project/decodeText.ts";

/**
 * The text of a regular file that lies in the folder, also where a link leads to it. Rejects with the system's error, or
 * with words of ours for what would keep the reader waiting or lies elsewhere.
 */
export async function readWithin(folder: string, path: string): Promise<string> {
  const place = await keepWithin(folder, path);
  if (!(await stat(place)).isFile()) throw new Error(l10n.t("it is no regular file"));
  return decodeText(await readFile(place));
}

/** The same, but null where there is no such file, or no longer. */
export async function readIfThere(folder: string, path: string): Promise<string | null> {
  try {
    return await readWithin(folder, path);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** Where the path leads, links followed; null where that is outside of the folder. Rejects with the system's error. */
export async function placeWithin(folder: string, path: string): Promise<string | null> {
  const [root, place] = await Promise.all([realpath(folder), realpath(path)]);
  return place === root || place.startsWith(root.endsWith(sep) ? root : root + sep) ? place : null;
}

/** The same place. Rejects with words of ours where it is outside. */
export async function keepWithin(folder: string, path: string): Promise<string> {
  const place = await placeWithin(folder, path);
  if (place === null) throw new Error(l10n.t("it is a link that leads out of the folder"));
  return place;
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
export function isUnspellable(path: string): boolean {
  return basename(path).includes("\ufffd");
}
