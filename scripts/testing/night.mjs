/** The part `night`: the long forms of the tests, and what they measured. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../machine/root.mjs";
import { toolPath } from "../machine/tools.mjs";
import { figuresIn, writeFigures } from "./nightFigures.mjs";
import { combineOutcomes, limit, runTool } from "./outcome.mjs";
import { runVitestWith } from "./vitest.mjs";

/**
 * @typedef {import("./outcome.mjs").Outcome} Outcome
 * @typedef {import("./nightFigures.mjs").Figure} Figure
 */

/** @returns {Promise<Outcome>} */
export async function runNight() {
  const outcome = await runLongForms();
  if (process.argv.includes("--write") && outcome.failed === 0) {
    writeFigures(outcome.figures);
    // As the linter wants the tables of a document.
    await runTool(toolPath("@biomejs/biome", "biome"), "format", "--write", "docs");
  }
  return outcome;
}

/**
 * Runs the tests that have a longer form in that form, which takes a quarter of an hour rather than a minute, and beside
 * them those whose number says something.
 * @returns {Promise<Outcome & { figures: readonly Figure[] }>}
 */
async function runLongForms() {
  const options = { limit: 12 * limit, env: { NAMESAKE_NIGHTLY: "1" } };
  const started = performance.now();
  // What measures times has the machine for itself.
  const alone = await runVitestWith(options, "--dir=test", "bench/load");
  const others = await runVitestWith(
    options,
    "--dir=test",
    "--maxWorkers=2",
    ...longForms(),
    ...counted.flatMap(([, paths]) => paths),
  );
  const minutes = (performance.now() - started) / 60_000;
  return {
    ...combineOutcomes([alone, others]),
    figures: [
      ...figuresIn(alone.output),
      ...figuresIn(others.output),
      ...counted.map(
        ([run, paths]) =>
          /** @type {const} */ ([
            run,
            `${countPassed(others.files ?? {}, paths).toLocaleString("en")} tests`,
          ]),
      ),
      ["all of it", `${minutes.toFixed(1)} minutes`],
    ],
  };
}

/** The tests that read NAMESAKE_NIGHTLY, and those that measure something in either form; but for those of load. */
function longForms() {
  const tests = join(root, "test");
  const paths = /** @type {string[]} */ (readdirSync(tests, { recursive: true }));
  return paths
    .filter((path) => path.endsWith(".test.ts") && !path.startsWith("bench"))
    .filter((path) => readFileSync(join(tests, path), "utf8").match(/NAMESAKE_NIGHTLY|tellFigures/));
}

/** Those that are counted by what they are about. */
const counted = /** @type {const} */ ([
  ["faults", ["cli/faults", "cli/unreadable", "node/newFile", "client/crashes", "client/scan"]],
  ["hostile strings through every output", ["hostile.test"]],
  ["tricks to hide a name", ["security/evasion", "cli/sinceEvasion"]],
]);

/**
 * @param {Readonly<Record<string, number>>} files how many tests of each passed
 * @param {readonly string[]} paths parts of the paths that are meant
 */
function countPassed(files, paths) {
  const meant = Object.entries(files).filter(([file]) => paths.some((path) => file.includes(path)));
  return meant.reduce((sum, [, count]) => sum + count, 0);
}
