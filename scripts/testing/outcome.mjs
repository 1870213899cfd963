/** How one part of the tests went, from what its tool leaves behind. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../machine/processes.mjs";
import { root } from "../machine/root.mjs";
import { scratchFolder } from "../machine/scratch.mjs";
import { toolPath } from "../machine/tools.mjs";
import { figuresIn } from "./nightFigures.mjs";

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped]
 * @property {string} output what a person needs to see of a failure
 * @property {string} [leftOut] why the part could not run
 * @property {Readonly<Record<string, number>>} [files] how many tests passed of each file, where it is known
 *
 * @typedef {object} EditorResults as left by a suite inside VS Code
 * @property {number} passed
 * @property {{ title: string, error: string }[]} failures
 * @property {undefined} leftOut
 */

/** In milliseconds; longer than any part takes on a slow machine, downloads included. */
const limit = 600_000;

/**
 * Runs a tool that either passes or fails as a whole.
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
export async function runTool(script, ...args) {
  const { code, output } = await run(process.execPath, [script, ...args], { cwd: root, limit });
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/**
 * Runs vitest and counts its tests.
 * @param {readonly string[]} args
 */
export function runVitest(...args) {
  return runVitestWith({ limit }, ...args);
}

/**
 * Runs vitest and measures how much of the core the tests reach; vitest.config.mts says how much it must be.
 * @param {readonly string[]} args
 */
export async function runVitestWithCoverage(...args) {
  const outcome = await runVitest("--coverage.enabled", ...args);
  const summary = join(root, ".cache", "coverage", "coverage-summary.json");
  // There is none where a test failed.
  if (existsSync(summary)) {
    const { lines, branches } = JSON.parse(readFileSync(summary, "utf8")).total;
    console.log(`coverage of core: lines ${lines.pct} %, branches ${branches.pct} %`);
  }
  return outcome;
}

/**
 * Runs the tests that have a longer form in that form, which takes a quarter of an hour rather than a minute, and beside
 * them those whose number says something.
 * @returns {Promise<Outcome & { figures: readonly import("./nightFigures.mjs").Figure[] }>}
 */
export async function runLongForms() {
  const options = { limit: 12 * limit, env: { NAMESAKE_NIGHTLY: "1" } };
  const started = performance.now();
  // What measures times has the machine for itself.
  const alone = await runVitestWith(options, "--dir=test", "bench/load");
  const others = await runVitestWith(
    options,
    "--dir=test",
    "--maxWorkers=2",
    ...longForms,
    ...counted.flatMap(([, paths]) => paths),
  );
  const minutes = (performance.now() - started) / 60_000;
  return {
    passed: alone.passed + others.passed,
    failed: alone.failed + others.failed,
    skipped: (alone.skipped ?? 0) + (others.skipped ?? 0),
    output: [alone, others].flatMap(({ failed, output }) => (failed > 0 ? output : [])).join("\n"),
    figures: [
      ...figuresIn(alone.output),
      ...figuresIn(others.output),
      ...counted.map(
        ([run, paths]) => /** @type {const} */ ([run, `${countPassed(others.files ?? {}, paths)} tests`]),
      ),
      ["all of it", `${minutes.toFixed(1)} minutes`],
    ],
  };
}

/** Parts of the paths of the tests that read NAMESAKE_NIGHTLY. */
const longForms = ["lsp/sessions", "lsp/largeTrees", "cli/faults", "readers/fuzzing"];

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

/**
 * @param {{ limit: number, env?: Readonly<Record<string, string>> }} options
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function runVitestWith(options, ...args) {
  const report = join(scratchFolder(), "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const script = toolPath("vitest", "vitest");
  const { code, output } = await run(process.execPath, [script, "run", ...reporters, ...args], {
    cwd: root,
    ...options,
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, output };
  // What was measured is said also where nothing failed.
  for (const [run, figures] of figuresIn(output)) console.log(`${run}: ${figures}`);
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  // A file that does not even load has no tests to count.
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + broken;
  return {
    passed: numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: numPendingTests,
    output,
    files: Object.fromEntries(testResults.map(countOf)),
  };
}

/**
 * @param {{ name: string, assertionResults: { status: string }[] }} file as vitest reports it
 * @returns {[path: string, passed: number]}
 */
function countOf({ name, assertionResults }) {
  return [name.replaceAll("\\", "/"), assertionResults.filter(({ status }) => status === "passed").length];
}

/**
 * Has the tests of each area notice small changes of its sources; an area passes where they notice enough of them.
 * @returns {Promise<Outcome>}
 */
export async function runMutation() {
  const script = join(root, "scripts", "mutation.mjs");
  const { code, output } = await run(process.execPath, [script], { cwd: root, limit: 18 * limit });
  const areas = [...output.matchAll(/^mutation: .*$/gm)].map(([line]) => line);
  for (const line of areas) console.log(line);
  const failed = areas.filter((line) => line.endsWith("too few")).length;
  return { passed: areas.length - failed, failed: code !== 0 && failed === 0 ? 1 : failed, output };
}

/**
 * Runs a suite inside VS Code.
 * @param {string} suite
 * @param {string} [version] a choice of NAMESAKE_VSCODE
 */
export function runEditorSuite(suite, version = "usual") {
  return runInside("editorSuite.mjs", [suite], { NAMESAKE_VSCODE: version });
}

/** Runs the suites for browsers inside VS Code in a browser. */
export function runWebSuites() {
  return runInside("webSuite.mjs");
}

/**
 * What such a script exits with is not believed alone.
 * @param {string} name of the script, which leaves its results in the file that its last argument names
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env beside the variables of this process
 * @returns {Promise<Outcome>}
 */
async function runInside(name, args = [], env = {}) {
  const results = join(scratchFolder(), "results.json");
  const script = join(root, "scripts", "testing", name);
  const { code, output } = await run(process.execPath, [script, ...args, results], { cwd: root, limit, env });
  if (!existsSync(results)) return { passed: 0, failed: 1, output };
  /** @type {EditorResults | { leftOut: string }} */
  const result = JSON.parse(readFileSync(results, "utf8"));
  if (result.leftOut !== undefined) return leaveOut(result.leftOut);
  const { passed, failures } = result;
  if (failures.length > 0) {
    const shown = failures.map(({ title, error }) => `✗ ${title}\n${error}`).join("\n\n");
    return { passed, failed: failures.length, output: shown };
  }
  if (code !== 0 || passed === 0) return { passed, failed: 1, output };
  return { passed, failed: 0, output };
}

/**
 * A part that cannot run here fails where CI is set: there nobody reads that it was left out.
 * @param {string} leftOut why
 * @returns {Outcome}
 */
export function leaveOut(leftOut) {
  return { passed: 0, failed: process.env.CI ? 1 : 0, output: "", leftOut };
}
