/** The floor of the command line: walks a folder and reads every file as UTF-8, on one thread, and does nothing with it. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

let characters = 0;
readFolder(process.argv[2]!);
process.stdout.write(String(characters));

function readFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) readFolder(path);
    else characters += readFileSync(path, "utf8").length;
  }
}
