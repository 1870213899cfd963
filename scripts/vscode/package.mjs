/** Makes the .vsix that people install, or a folder of what would stand in it. */
import { cpSync, existsSync } from "node:fs";
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
    cwd: extension,
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
  const args = [toolPath("@vscode/vsce", "vsce"), "ls", "--no-dependencies"];
  const { code, output } = await run(process.execPath, args, { cwd: root });
  if (code !== 0) throw new Error(`The files of the extension could not be listed:\n${output}`);
  const copy = join(scratchFolder(), "extension");
  for (const path of output.split(/\r?\n/).filter((line) => line !== "" && existsSync(join(root, line))))
    cpSync(join(root, path), join(copy, path));
  return copy;
}
