// @ts-check
/** Runs one TypeScript file of the project: `node scripts/run.mjs FILE.ts [ARGUMENT…]`. Node 20 cannot do that by itself. */

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { buildSync } from "esbuild";

const [entry, ...rest] = process.argv.slice(2);
if (!entry) throw new Error("usage: node scripts/run.mjs FILE.ts [ARGUMENT…]");
const outfile = join("out", "run", `${basename(entry, ".ts")}.mjs`);
mkdirSync(join("out", "run"), { recursive: true });
buildSync({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  sourcemap: "inline",
});
const child = spawnSync(process.execPath, ["--enable-source-maps", outfile, ...rest], { stdio: "inherit" });
process.exitCode = child.status ?? 1;
