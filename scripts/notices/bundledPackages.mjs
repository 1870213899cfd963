/** Which packages ship inside the programs: asked of the bundler, which knows what it took, not of a list. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundles } from "../build/bundles.mjs";
import { root } from "../machine/root.mjs";

/**
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} version
 * @property {string} licence as an SPDX expression
 * @property {readonly string[]} texts the licence and notice files that the package comes with
 */

/**
 * In the order of their names. A package may be there twice, in two versions.
 * @returns {Promise<BundledPackage[]>}
 * @throws where a package states no licence or comes without its text: a person has to look
 */
export async function bundledPackages() {
  const results = await Promise.all(
    bundles.map((options) => build({ ...options, absWorkingDir: root, write: false, metafile: true })),
  );
  const folders = results.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
        bytesInOutput > 0 ? (packageFolder(path) ?? []) : [],
      ),
    ),
  );
  // Two copies of the same version are one package.
  const packages = new Map(
    [...new Set(folders)].map(readPackage).map((each) => [`${each.name} ${each.version}`, each]),
  );
  return [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/**
 * The innermost package that a file belongs to; undefined for our own files.
 * @param {string} path as the bundler writes it, with `/` as separator
 */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/**
 * @param {string} folder
 * @returns {BundledPackage}
 */
function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const own = readdirSync(join(root, folder))
    .filter((file) => /^(?:licen[cs]e|copying|notice|third-?party-?notices)/i.test(file))
    .sort()
    .map((file) => join(root, folder, file));
  // Some packages leave out the text that their repository has.
  const kept = join(root, "scripts", "notices", "texts", `${name.replace("/", "+")}.txt`);
  const texts = (own.length > 0 || !existsSync(kept) ? own : [kept]).map((file) =>
    readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim(),
  );
  if (typeof license !== "string" || texts.length === 0) {
    throw new Error(`${folder} states no licence, or comes without its text.`);
  }
  return { name, version, licence: license, texts };
}
