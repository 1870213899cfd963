// @ts-check
/** The programs that ship, each with the options that make one file of it. */

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

/** @type {readonly import("esbuild").BuildOptions[]} */
export const bundles = [
  {
    ...forNode,
    entryPoints: ["client/src/node/extension.ts"],
    outfile: "dist/client.js",
    external: ["vscode"],
  },
  { ...forNode, entryPoints: ["server/src/node/main.ts"], outfile: "dist/server.js" },
  {
    ...forNode,
    entryPoints: ["server/src/cli/program.ts"],
    outfile: "dist/cli.js",
    banner: { js: "#!/usr/bin/env node" },
  },
];
