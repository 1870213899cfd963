/** Files that the command line changes: never half written, and never one that somebody protected. */

import { constants, existsSync } from "node:fs";
import { access, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isGone, keepWithin } from "../node/textFile.ts";

/**
 * Writes beside the file, then puts the new one in its place, so that a reader sees the old text or the new one.
 * A link stays a link, and the permissions stay. Rejects with the system's error where the file is read-only, and with
 * words of ours where a link leads out of the folder: what a stranger's project holds must not change what lies elsewhere.
 */
export async function replaceFile(folder: string, path: string, text: string): Promise<void> {
  // Where parents are to be made too, Node calls a read-only disk a missing file.
  if (!existsSync(dirname(path))) await mkdir(dirname(path));
  const target = await targetWithin(folder, path);
  const beside = `${target}.${process.pid}.tmp`;
  const mode = await modeOf(target);
  try {
    // On the disk before it takes the place of the old one, lest a power cut leaves neither.
    await writeFile(beside, text, { flag: "wx", flush: true, ...(mode === null ? {} : { mode }) });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function targetWithin(folder: string, path: string): Promise<string> {
  const parent = await keepWithin(folder, dirname(path));
  try {
    return await keepWithin(folder, path);
  } catch (error) {
    if (isGone(error)) return join(parent, basename(path));
    throw error;
  }
}

/** Null where the file is not there. Replacing a file takes a writable folder alone, so that the file itself is asked too. */
async function modeOf(path: string): Promise<number | null> {
  try {
    const { mode } = await stat(path);
    await access(path, constants.W_OK);
    return mode;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
