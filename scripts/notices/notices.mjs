/** The text of THIRD-PARTY-NOTICES.md. */
import { bundledPackages } from "./bundledPackages.mjs";
import { dataSources } from "./dataSources.mjs";

/** @returns {Promise<string>} the same on every machine with the packages of package-lock.json */
export async function renderNotices() {
  const packages = await bundledPackages();
  return `${[head, ...dataSources.map(renderSource), packagesHead, ...packages.map(renderPackage)].join("\n\n")}\n`;
}

const head = `# Third-party notices

Namesake is made of its own code, of facts that others collected, and of packages that others wrote.
This file is written by \`npm run notices\`.

## Facts

Namesake takes names, ranks, dates and versions from these sources: facts, none of their code or text.
The tables in \`data/sources\` say at their heads which source gave what, and of which day it is.
The texts of the licences stand at \`https://spdx.org/licenses/\`, under the names used here.`;

const packagesHead = `## Packages

These packages are part of the programs in \`dist\`.`;

/** @param {import("./dataSources.mjs").DataSource} source */
function renderSource({ name, address, gives, licence, notice }) {
  const lines = [`### ${name}`, "", `- Address: ${address}`, `- Gives: ${gives}`, `- Licence: ${licence}`];
  return [...lines, ...(notice ? [`- Notice: ${notice}`] : [])].join("\n");
}

/** @param {import("./bundledPackages.mjs").BundledPackage} bundled */
function renderPackage({ name, version, licence, texts }) {
  const fenced = texts.map((text) => `\`\`\`text\n${text}\n\`\`\``);
  return [`### ${name} ${version}`, `Licence: ${licence}`, ...fenced].join("\n\n");
}
