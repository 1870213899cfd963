/** Files that the server makes. */

import { open, rm } from "node:fs/promises";

/** Makes the file whole or not at all. Rejects with the system's error, also where it is there already, which stays as it is. */
export async function createFile(path: string, text: string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(text);
  } catch (error) {
    // Half a list of trusted names would be read as a broken one.
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
