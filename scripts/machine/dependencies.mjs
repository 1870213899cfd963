/**
 * Installs the packages of package-lock.json where they are missing or have changed.
 *
 * This file and what it imports use Node's built-in modules only: nothing else is there on a fresh clone.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./processes.mjs";
import { fail, say } from "./report.mjs";
import { root } from "./root.mjs";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Locked */

export async function installDependencies() {
  if (isInstalled(root)) return;
  say("Installing packages (npm ci)…");
  const { code, output } = await npm(["ci", "--loglevel=error"], { cwd: root });
  if (code !== 0) fail(`npm ci failed:\n${output}`);
}

/**
 * Compares the lock file with the one that npm leaves in node_modules as the last step of an install, so that
 * an interrupted install and a changed lock file are both noticed, and a developer's own `npm install` is kept.
 * @param {string} folder
 */
function isInstalled(folder) {
  const locked = packagesOf(join(folder, "package-lock.json"));
  const installed = packagesOf(join(folder, "node_modules", ".package-lock.json"));
  if (!locked || !installed) return false;
  return Object.entries(locked).every(([path, wanted]) => {
    const found = installed[path];
    if (path === "") return true;
    if (!found) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, Locked> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
