/** Parts of the tests that vitest runs, counted by what it reports. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../machine/processes.mjs";
import { root } from "../machine/root.mjs";
import { scratchFolder } from "../machine/scratch.mjs";
import { toolPath } from "../machine/tools.mjs";
import { figuresIn } from "./nightFigures.mjs";
import { limit } from "./outcome.mjs";

/** @typedef {import("./outcome.mjs").Outcome} Outcome */

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
 * @param {{ limit: number, env?: Readonly<Record<string, string>> }} options
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
export async function runVitestWith(options, ...args) {
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
