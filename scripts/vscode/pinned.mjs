/** Installs packages that a committed lock file pins into a folder of the cache, once. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "../machine/processes.mjs";
import { say } from "../machine/report.mjs";

/**
 * @param {string} pins the folder of the package.json and its lock file
 * @param {string} folder is made anew where its packages are others
 * @param {string} what for a person who waits, with its size
 * @param {() => Promise<void>} finish makes of the packages what is wanted of them
 * @throws Error with npm's output where the packages cannot be had
 */
export async function installPinned(pins, folder, what, finish) {
  // Written last and compared with the lock file, so that an interrupted or outdated install is made again.
  const marker = join(folder, "installed-from.json");
  const lock = readFileSync(join(pins, "package-lock.json"), "utf8");
  if (existsSync(marker) && readFileSync(marker, "utf8") === lock) return;

  say(`Installing ${what} into ${folder} (once)…`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", "package-lock.json"])
    copyFileSync(join(pins, name), join(folder, name));
  await installInto(folder, "ci");
  await finish();
  writeFileSync(marker, lock);
}

/**
 * Native modules stay unbuilt, which needs no compiler: VS Code logs that they are missing and goes on.
 * @param {string} folder
 * @param {readonly string[]} command of npm
 */
export async function installInto(folder, ...command) {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  // npm 11 finds that lock files which come with a package lack a peer, and refuses them unless peers are left aside.
  const { code, output } = await npm([...command, ...quiet, "--legacy-peer-deps"], { cwd: folder });
  if (code !== 0) throw new Error(`The packages could not be installed in ${folder}:\n${output}`);
}

/**
 * @param {string} pins
 * @param {string} name
 * @returns {string}
 */
export function pinnedVersion(pins, name) {
  return JSON.parse(readFileSync(join(pins, "package.json"), "utf8")).dependencies[name];
}
