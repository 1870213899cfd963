/** Makes the npm package: the command line and the server that it starts, with their data. Nothing is installed along with it. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "../machine/processes.mjs";
import { root } from "../machine/root.mjs";
import { scratchFolder } from "../machine/scratch.mjs";
import { renderBillOfMaterials } from "../notices/sbom.mjs";

/** What the program and its licences ask for; npm adds the manifest, and we the bill of materials. */
const files = [
  "dist/cli.js",
  "dist/server.js",
  "dist/service.js",
  "dist/yaml.js",
  "dist/namesake.pack",
  "README.md",
  "LICENSE",
  "THIRD-PARTY-NOTICES.md",
  ...readdirSync(join(root, "l10n"))
    .filter((file) => /^bundle\.l10n\..+\.json$/.test(file))
    .map((file) => `l10n/${file}`),
];

/**
 * @param {string} destination the folder for the tarball
 * @returns {Promise<string>} the tarball
 * @throws Error with npm's output; the program must have been built
 */
export async function packageForNpm(destination) {
  const folder = scratchFolder();
  for (const file of files) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  writeFileSync(join(folder, "namesake.cdx.json"), await renderBillOfMaterials());
  const manifest = npmManifest(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  mkdirSync(destination, { recursive: true });
  // The copy has no .npmrc: no setting of the repository or its dependencies plays a part.
  const { code, output } = await npm(["pack", "--pack-destination", destination, "--loglevel=error"], {
    cwd: folder,
  });
  if (code !== 0) throw new Error(`npm pack failed:\n${output}`);
  return join(destination, `${manifest.name}-${manifest.version}.tgz`);
}

/**
 * The extension's manifest without the extension, and without dependencies: the bundle holds them.
 * @param {Record<string, any>} manifest
 */
function npmManifest({ name, version, license, keywords, bin, engines }) {
  return {
    name,
    version,
    description: "Warns, offline, when a Python package name is not the one you meant.",
    license,
    keywords,
    bin,
    engines: { node: engines.node },
  };
}
