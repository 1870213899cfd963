/** The data file that ships beside the programs. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Rejects with the system's error where the file cannot be read. */
export async function readPackFile(): Promise<Uint8Array> {
  return readFile(join(__dirname, "namesake.pack"));
}
