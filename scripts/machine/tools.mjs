/** The development tools in node_modules, as scripts for Node: the commands in .bin differ between systems. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/**
 * @param {string} packageName
 * @param {string} command one that the package's manifest declares
 * @returns {string} the path of its script
 */
export function toolPath(packageName, command) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}
