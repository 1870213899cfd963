/** The bill of materials of what ships, in CycloneDX 1.6: the bundled packages with their hashes, and the sources of the data. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../machine/root.mjs";
import { bundledPackages } from "./bundledPackages.mjs";
import { dataSources } from "./dataSources.mjs";

/**
 * The same text for the same state: it has no serial number and no time.
 * @returns {Promise<string>} JSON
 */
export async function renderBillOfMaterials() {
  const { name, version, license } = readJson("package.json");
  const { packages: locked } = readJson("package-lock.json");
  const own = packageUrl(name, version);
  const packages = (await bundledPackages()).map((each) => describePackage(each, locked));
  const bill = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": own,
        name,
        version,
        purl: own,
        licenses: [{ expression: license }],
      },
    },
    components: [...packages, ...dataSources.map(describeSource)],
    dependencies: [
      { ref: own, dependsOn: packages.map((each) => each["bom-ref"]) },
      ...packages.map((each) => ({ ref: each["bom-ref"] })),
    ],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/**
 * @param {import("./bundledPackages.mjs").BundledPackage} bundled
 * @param {Record<string, { version: string, integrity?: string }>} locked
 * @throws where the lock file says no hash of it
 */
function describePackage({ name, version, licence }, locked) {
  const entry = Object.entries(locked).find(
    ([path, each]) => path.endsWith(`node_modules/${name}`) && each.version === version,
  )?.[1];
  const [, hash] = /^sha512-(\S+)$/.exec(entry?.integrity ?? "") ?? [];
  if (hash === undefined) throw new Error(`package-lock.json has no hash of ${name} ${version}.`);
  const purl = packageUrl(name, version);
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    purl,
    licenses: [{ expression: licence }],
    hashes: [{ alg: "SHA-512", content: Buffer.from(hash, "base64").toString("hex") }],
  };
}

/** @param {import("./dataSources.mjs").DataSource} source */
function describeSource({ name, address, gives, licence }) {
  return {
    type: "data",
    "bom-ref": `data:${name}`,
    name,
    description: gives,
    licenses: [{ license: { name: licence } }],
    externalReferences: [{ type: "website", url: address }],
  };
}

/**
 * @param {string} name
 * @param {string} version
 */
function packageUrl(name, version) {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(join(root, file), "utf8"));
}
