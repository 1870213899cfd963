// @ts-check
/** The programs that ship, each with the options that make one file of it. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../machine/root.mjs";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** What all programs for Node have in common. @type {import("esbuild").BuildOptions} */
export const forNode = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // Some packages offer both kinds of modules; the bundler understands the newer one better.
  mainFields: ["module", "main"],
  // We hand it the sentences; what its other form could read files with is not needed, and is not there in a browser.
  alias: { "@vscode/l10n": "./node_modules/@vscode/l10n/dist/browser.js" },
  minify: true,
  keepNames: false,
  sourcemap: false,
  legalComments: "none",
  logLevel: "warning",
};

/**
 * What one file for both kinds of hosts is made of: it loads the side that its host can run and leaves the other alone,
 * since two files would hold nearly all of the product twice.
 * @param {string} contents
 * @returns {import("esbuild").BuildOptions}
 */
const forBothHosts = (contents) => ({
  ...forNode,
  stdin: { contents, resolveDir: root, sourcefile: "entry.js" },
  conditions: ["browser"],
  absWorkingDir: root,
});

/** Only a worker has it, and nothing but workers and Node runs what ships. */
const inWorker = `"WorkerGlobalScope" in globalThis`;

/** @type {readonly import("esbuild").BuildOptions[]} */
export const bundles = [
  {
    ...forNode,
    entryPoints: ["client/src/node/extension.ts"],
    outfile: "dist/client.js",
    external: ["vscode"],
  },
  {
    // Node's extension loads the library from here with the server. A browser loads an extension as one file, and that is this one.
    ...forBothHosts(`
      module.exports = ${inWorker} ? require("./client/src/browser/extension.ts") : require("vscode-languageclient/node");
    `),
    outfile: "dist/languageClient.js",
    external: ["vscode"],
  },
  {
    ...forBothHosts(`
      void (${inWorker} ? import("./server/src/browser/main.ts") : import("./server/src/node/main.ts"));
    `),
    outfile: "dist/server.js",
  },
  {
    ...forBothHosts(`
      globalThis.namesakeService = ${inWorker} ? require("./server/src/browser/service.ts") : require("./server/src/node/service.ts");
    `),
    alias: {
      ...forNode.alias,
      yaml: "./scripts/build/yamlIfThere.mjs",
      "vscode-languageserver": "./scripts/build/sharedLibrary.cjs",
    },
    // All files of a worker share one scope.
    format: "iife",
    outfile: "dist/service.js",
  },
  {
    ...forBothHosts(
      `import { Composer, Lexer, Parser } from "yaml"; globalThis.yaml = { Composer, Lexer, Parser };`,
    ),
    // Without Node's modules, which it loads at once.
    alias: { yaml: "./node_modules/yaml/browser/index.js" },
    // All files of a worker share one scope.
    format: "iife",
    outfile: "dist/yaml.js",
  },
  {
    ...forNode,
    entryPoints: ["server/src/cli/program.ts"],
    alias: { ...forNode.alias, yaml: "./scripts/build/yamlWhenNeeded.mjs" },
    define: { NAMESAKE_VERSION: JSON.stringify(version) },
    outfile: "dist/cli.js",
    banner: { js: "#!/usr/bin/env node" },
  },
];
