/** The program as somebody runs it whom modes bind: they do not bind the administrator, whom containers make of everybody. */

import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, copyFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { clock, dayOfData, onDay } from "../support/day.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const nobody = 65_534;
const isAdministrator = process.getuid?.() === 0;

/** Runs it in the folder, which is theirs then, on the day of the data. */
export function runUnprivileged(folder: string, ...arguments_: readonly string[]) {
  if (isAdministrator) giveAway(folder);
  const place = copyProgram();
  const day = onDay(dayOfData(), join(place, "clock.cjs"));
  return spawnSync(process.execPath, [...day.options, join(place, "cli.js"), ...arguments_], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...day.environment },
    ...(isAdministrator && { uid: nobody, gid: nobody }),
  });
}

/** To where everybody may read it; the checkout may lie in somebody's home. */
function copyProgram(): string {
  const folder = temporaryFolder({});
  for (const file of ["cli.js", "namesake.pack"]) copyFileSync(resolve("dist", file), join(folder, file));
  copyFileSync(clock, join(folder, "clock.cjs"));
  chmodSync(folder, 0o755);
  return folder;
}

function giveAway(folder: string): void {
  chownSync(folder, nobody, nobody);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveAway(path);
    else chownSync(path, nobody, nobody);
  }
}
