// @ts-check
/** Makes everything that ships into `dist/`: the programs, bundled, and the data, compiled into one pack. */

import { spawnSync } from "node:child_process";
import { build } from "esbuild";
import { bundles } from "./build/bundles.mjs";

await Promise.all(bundles.map((options) => build(options)));

const compiled = spawnSync(process.execPath, ["scripts/run.mjs", "data/build.ts"], { stdio: "inherit" });
process.exitCode = compiled.status ?? 1;
