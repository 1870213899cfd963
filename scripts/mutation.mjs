/**
 * `npm run mutation [-- [--write] [AREA…]]`: changes the sources of each area, or of the named ones, in thousands of small
 * ways, and counts the changes that the tests notice. Ends with 1 where an area has less than four fifths of them noticed.
 *
 * What survived is printed and left in `.cache/mutation/AREA.html`. A change whose file and tests are as they were in the last
 * run keeps its result, unless `.cache/mutation` is deleted. `--write` puts the figures into `docs/reliability.md`.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installDependencies } from "./machine/dependencies.mjs";
import { run } from "./machine/processes.mjs";
import { fail } from "./machine/report.mjs";
import { cache, root } from "./machine/root.mjs";
import { toolPath } from "./machine/tools.mjs";
import { areas } from "./testing/mutationAreas.mjs";
import { countMutants, showCounts, writeCounts } from "./testing/mutationFigures.mjs";

const write = process.argv.includes("--write");
const named = process.argv.slice(2).filter((argument) => argument !== "--write");
const unknown = named.filter((name) => !(name in areas));
if (unknown.length > 0)
  fail(`There is no area ${unknown.join(", ")}. The areas: ${Object.keys(areas).join(", ")}.`);

await installDependencies();
const build = await run(process.execPath, ["scripts/build.mjs"], { cwd: root });
if (build.code !== 0) fail(`The build failed:\n${build.output}`);

const counts = [];
for (const area of named.length > 0 ? named : Object.keys(areas)) {
  const started = performance.now();
  const files = await changeSources(area);
  const minutes = (performance.now() - started) / 60_000;
  const counted = { area, minutes, ...countMutants(files.flatMap(({ mutants }) => mutants)) };
  console.log(showCounts(counted));
  counts.push(counted);
}
if (write) {
  writeCounts(counts);
  // As the linter wants the tables of a document.
  await run(process.execPath, [toolPath("@biomejs/biome", "biome"), "format", "--write", "docs"], {
    cwd: root,
  });
}
process.exit(counts.every(({ isEnough }) => isEnough) ? 0 : 1);

/**
 * @param {string} area
 * @returns {Promise<{ mutants: { status: string }[] }[]>} by file
 */
async function changeSources(area) {
  const report = join(cache, "mutation", `${area}.json`);
  rmSync(report, { force: true });
  const stryker = [toolPath("@stryker-mutator/core", "stryker"), "run"];
  await run(process.execPath, stryker, { cwd: root, env: { NAMESAKE_MUTATION_AREA: area }, show: true });
  if (!existsSync(report)) fail(`Stryker came to no result for ${area}; what it says stands above.`);
  return Object.values(JSON.parse(readFileSync(report, "utf8")).files);
}
