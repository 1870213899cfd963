/** The program as somebody runs it whom modes bind: they do not bind the administrator, whom containers make of everybody. */

import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, copyFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const nobody = 65_534;
const isAdministrator = process.getuid?.() === 0;

/** Runs it in the folder, which is theirs then. */
export function runUnprivileged(folder: string, ...arguments_: readonly string[]) {
  if (isAdministrator) giveAway(folder);
  return spawnSync(process.execPath, [copyProgram(), ...arguments_], {
    cwd: folder,
    encoding: "utf8",
    ...(isAdministrator && { uid: nobody, gid: nobody }),
  });
}

/** Where everybody may read it; the checkout may lie in somebody's home. */
function copyProgram(): string {
  const folder = temporaryFolder({});
  for (const file of ["cli.js", "namesake.pack"]) copyFileSync(resolve("dist", file), join(folder, file));
  chmodSync(folder, 0o755);
  return join(folder, "cli.js");
}

function giveAway(folder: string): void {
  chownSync(folder, nobody, nobody);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveAway(path);
    else chownSync(path, nobody, nobody);
  }
}
