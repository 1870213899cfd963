/**
 * `npm run bench [-- [--json] [MEASURE…]]`: builds and measures what a person waits for, beside floors and goals.
 * `npm run bench -- --write` also writes the figures into docs/performance.md. The measures: `test/bench`.
 */
import { installDependencies } from "./machine/dependencies.mjs";
import { run } from "./machine/processes.mjs";
import { fail } from "./machine/report.mjs";
import { root } from "./machine/root.mjs";
import { toolPath } from "./machine/tools.mjs";

await installDependencies();
const build = await run(process.execPath, ["scripts/build.mjs"], { cwd: root });
if (build.code !== 0) fail(`The build failed:\n${build.output}`);

const bench = ["scripts/run.mjs", "test/bench/bench.ts", ...process.argv.slice(2)];
const { code } = await run(process.execPath, bench, { cwd: root, show: true });
if (process.argv.includes("--write")) {
  // As the linter wants the tables of a document.
  await run(process.execPath, [toolPath("@biomejs/biome", "biome"), "format", "--write", "docs"], {
    cwd: root,
  });
}
process.exit(code);
