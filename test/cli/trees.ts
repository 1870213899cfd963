/** Trees of files: copied to where they may be changed, and compared. */

import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { temporaryFolder } from "../support/temporaryFolder.ts";

export function copyToTemporaryFolder(tree: string): string {
  const folder = temporaryFolder({});
  cpSync(tree, folder, { recursive: true });
  return folder;
}

/** The texts by path, `/` as separator. */
export function filesBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(folder, path).split(sep).join("/"), readFileSync(path, "utf8")];
    }),
  );
}
