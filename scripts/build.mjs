// @ts-check
/** Makes everything that ships into `dist/`: the programs, bundled, and the data, compiled into one pack. */

import { spawnSync } from "node:child_process";
import { build } from "esbuild";

/** @type {import("esbuild").BuildOptions} */
const forNode = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // Some packages offer both kinds of modules; the bundler understands the newer one better.
  mainFields: ["module", "main"],
  minify: true,
  keepNames: false,
  sourcemap: false,
  legalComments: "none",
  logLevel: "warning",
};

await Promise.all([
  build({
    ...forNode,
    entryPoints: ["client/src/node/extension.ts"],
    outfile: "dist/client.js",
    external: ["vscode"],
  }),
  build({ ...forNode, entryPoints: ["server/src/node/main.ts"], outfile: "dist/server.js" }),
  build({
    ...forNode,
    entryPoints: ["server/src/cli/program.ts"],
    outfile: "dist/cli.js",
    banner: { js: "#!/usr/bin/env node" },
  }),
]);

const compiled = spawnSync(process.execPath, ["scripts/run.mjs", "data/build.ts"], { stdio: "inherit" });
process.exitCode = compiled.status ?? 1;
