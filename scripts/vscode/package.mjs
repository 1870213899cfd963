/** Makes the .vsix that people install, or a folder of what would stand in it. */
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../machine/processes.mjs";
import { root } from "../machine/root.mjs";
import { scratchFolder } from "../machine/scratch.mjs";
import { toolPath } from "../machine/tools.mjs";

/**
 * The same bytes for the same state.
 * @param {string} [extension] the folder of its package.json; it must have been built
 * @param {string} [destination] the folder for the file
 * @returns {Promise<string>} the file
 * @throws Error with the tool's output
 */
export async function packageExtension(extension = root, destination = scratchFolder()) {
  const vsix = join(destination, "namesake.vsix");
  // The bundle holds the dependencies, and a clone need not know its public address.
  const options = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
  const args = [toolPath("@vscode/vsce", "vsce"), "package", ...options, "--out", vsix];
  const { code, output } = await run(process.execPath, args, {
    cwd: copyWhatMayShip(extension),
    // In seconds: the first day that a .zip can tell. With it the files are in order too.
    env: { SOURCE_DATE_EPOCH: "315532800" },
  });
  if (code !== 0) throw new Error(`The extension could not be packaged:\n${output}`);
  return vsix;
}

/**
 * @returns {Promise<string>} a folder with the files that are packaged, for a VS Code that installs no .vsix
 * @throws Error with the tool's output
 */
export async function copyPackagedExtension() {
  const all = copyWhatMayShip(root);
  const args = [toolPath("@vscode/vsce", "vsce"), "ls", "--no-dependencies"];
  const { code, output } = await run(process.execPath, args, { cwd: all });
  if (code !== 0) throw new Error(`The files of the extension could not be listed:\n${output}`);
  const copy = join(scratchFolder(), "extension");
  for (const path of output.split(/\r?\n/).filter((line) => line !== "" && existsSync(join(all, line))))
    cpSync(join(all, path), join(copy, path));
  return copy;
}

/**
 * Copies the files at the top, and the folders that .vscodeignore has an exception in: vsce compares every file that it sees
 * with every pattern, which takes five seconds where it sees the editors in .cache.
 * @param {string} extension
 * @returns {string}
 */
function copyWhatMayShip(extension) {
  const patterns = readFileSync(join(extension, ".vscodeignore"), "utf8");
  const folders = new Set([...patterns.matchAll(/^!([^/\n]+)\//gm)].map(([, folder]) => folder));
  const copy = join(scratchFolder(), "extension");
  for (const entry of readdirSync(extension, { withFileTypes: true })) {
    if (entry.isFile() || folders.has(entry.name))
      cpSync(join(extension, entry.name), join(copy, entry.name), { recursive: true });
  }
  return copy;
}
