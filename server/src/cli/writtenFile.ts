/** Files that the command line changes: never half written, and never one that somebody protected. */

import { constants } from "node:fs";
import { access, mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** The text, empty where the file is not there. Rejects with the system's error. */
export async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isAbsence(error)) return "";
    throw error;
  }
}

/**
 * Writes beside the file, then puts the new one in its place, so that a reader sees the old text or the new one.
 * A link stays a link, and the permissions stay. Rejects with the system's error where the file is read-only.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const target = await realpath(path).catch(() => path);
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

/** Null where the file is not there. Replacing a file takes a writable folder alone, so that the file itself is asked too. */
async function modeOf(path: string): Promise<number | null> {
  try {
    const { mode } = await stat(path);
    await access(path, constants.W_OK);
    return mode;
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
