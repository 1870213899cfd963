/** Temporary folders that are gone when the command ends. */
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "./processes.mjs";

/**
 * Makes an empty folder outside the repository, so that neither its .gitignore nor its settings apply there.
 * @returns {string} the real path: VS Code compares paths, macOS's temporary folder is a link, and
 *   Windows' may be a short name
 */
export function scratchFolder() {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "namesake-")));
  atExit(() => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // A virus scanner may still hold a file; the system clears its temporary folder by itself.
    }
  });
  return folder;
}

/**
 * Copies a folder into a scratch folder, where it may be edited.
 * @param {string} folder
 * @param {string} name the name of the copy
 */
export function scratchCopy(folder, name) {
  const copy = join(scratchFolder(), name);
  cpSync(folder, copy, { recursive: true });
  return copy;
}
