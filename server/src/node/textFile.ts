/** Files of this disk that strangers may have made: regular ones alone, within the folder that they belong to. */

import { readFile, stat } from "node:fs/promises";
import * as l10n from "@vscode/l10n";
import { decodeText } from "../project/decodeText.ts";
import { isGone, placeWithin } from "./disk.ts";

/**
 * The text of a regular file that lies in the folder, also where a link leads to it. Rejects with the system's error, or
 * with words of ours for what would keep the reader waiting or lies elsewhere.
 */
export async function readWithin(folder: string, path: string): Promise<string> {
  const place = await placeWithin(folder, path);
  if (place === null) throw new Error(l10n.t("it is a link that leads out of the folder"));
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
