/**
 * `npm test [-- [--write] PART…]`: runs every part of the tests but those for the night, or the named ones (`all` names all),
 * and ends with `N passed, N failed`. `--write` puts what the part `night` measured into `docs/reliability.md`.
 */
import { join } from "node:path";
import { findBrowser } from "./machine/browser.mjs";
import { installDependencies } from "./machine/dependencies.mjs";
import { run } from "./machine/processes.mjs";
import { fail } from "./machine/report.mjs";
import { root } from "./machine/root.mjs";
import { toolPath } from "./machine/tools.mjs";
import { runEditorSuite, runWebSuites } from "./testing/insideEditor.mjs";
import { runMutation } from "./testing/mutation.mjs";
import { runNight } from "./testing/night.mjs";
import { combineOutcomes, leaveOut, runTool } from "./testing/outcome.mjs";
import { runVitest, runVitestWithCoverage } from "./testing/vitest.mjs";

/** @typedef {import("./testing/outcome.mjs").Outcome} Outcome */

/** What runs inside an editor, what needs the machine for itself, and the core. */
const apart = ["editor", "editors", "person", "web", "bench", "core"].map(
  (folder) => `--exclude=${folder}/**`,
);

/** In the order of a person's patience: what fails fast comes first. */
const parts = /** @type {Record<string, () => Promise<Outcome>>} */ ({
  types: () => runTool(toolPath("typescript", "tsc"), "-b"),
  lint: () => runTool(toolPath("@biomejs/biome", "biome"), "check", "."),
  knip: () => runTool(toolPath("knip", "knip")),
  build: () => runTool(join(root, "scripts", "build.mjs")),
  // The core keeps nothing that a test could leave to the next, so its files are loaded once for many of them.
  core: () => runVitestWithCoverage("--dir=test/core", "--no-isolate", "--maxWorkers=100%"),
  unit: () => runVitest("--dir=test", "--maxWorkers=100%", ...apart),
  bench: () => runVitest("--dir=test/bench"),
  editor: () => runEditorSuite("singleFolder"),
  "multi-root": () => runEditorSuite("multiRoot"),
  oldest: () => runBothSuites("oldest"),
  newest: () => runBothSuites("newest"),
  night: runNight,
  person: () => runPerson("person"),
  web: runWeb,
  neovim: () => runOtherEditor("neovim", "nvim"),
  emacs: () => runOtherEditor("emacs", "emacs"),
  mutation: runMutation,
});

/** Minutes to hours more, for what seldom breaks: every night, and where they are named. */
const onDemand = ["oldest", "newest", "night", "mutation"];

const named = process.argv.slice(2).filter((argument) => argument !== "--write");
const chosen = named.includes("all") ? Object.keys(parts) : named;
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length > 0)
  fail(`There is no part ${unknown.join(", ")}. The parts: ${Object.keys(parts).join(", ")}.`);

await installDependencies();
const began = performance.now();
let passed = 0;
let failed = 0;
for (const [name, runPart] of Object.entries(parts)) {
  if (!isNeeded(name)) continue;
  const started = performance.now();
  const outcome = await runPart();
  passed += outcome.passed;
  failed += outcome.failed;
  report(name, outcome, (performance.now() - started) / 1000);
}
console.log(`All of it took ${((performance.now() - began) / 60_000).toFixed(1)} minutes.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** @param {string} name */
function isNeeded(name) {
  if (chosen.length === 0) return !onDemand.includes(name);
  if (chosen.includes(name)) return true;
  // What the later parts test is what was built.
  return name === "build" && !chosen.every((other) => ["types", "lint", "knip"].includes(other));
}

/**
 * @param {"oldest" | "newest"} version of VS Code
 * @returns {Promise<Outcome>}
 */
async function runBothSuites(version) {
  const single = await runEditorSuite("singleFolder", version);
  if (single.leftOut) return single;
  return combineOutcomes([single, await runEditorSuite("multiRoot", version)]);
}

/** @returns {Promise<Outcome>} */
async function runWeb() {
  const suites = await runWebSuites();
  if (suites.leftOut) return suites;
  return combineOutcomes([suites, await runPerson("web", "--exclude=suites/**")]);
}

/**
 * @param {string} folder of test/
 * @param {readonly string[]} options
 * @returns {Promise<Outcome>}
 */
async function runPerson(folder, ...options) {
  const browser = await findBrowser();
  if ("missing" in browser) return leaveOut(browser.missing);
  return runVitest(
    `--dir=test/${folder}`,
    ...options,
    "--maxWorkers=2",
    "--testTimeout=120000",
    "--hookTimeout=120000",
  );
}

/**
 * Another editor than VS Code is tested where it is installed. Only where NAMESAKE_OTHER_EDITORS is set, as in our own
 * continuous integration, does a missing one fail: whoever has none of them need not install it.
 * @param {string} name
 * @param {string} program
 * @returns {Promise<Outcome>}
 */
async function runOtherEditor(name, program) {
  const { code } = await run(program, ["--version"], { limit: 10_000 });
  if (code === 0)
    return runVitest("--dir=test/editors", name, "--testTimeout=120000", "--hookTimeout=120000");
  return {
    passed: 0,
    failed: process.env.NAMESAKE_OTHER_EDITORS ? 1 : 0,
    output: "",
    leftOut: `There is no program ${program} on the PATH.`,
  };
}

/**
 * @param {string} name
 * @param {Outcome} outcome
 * @param {number} seconds
 */
function report(name, { passed, failed, skipped, output, leftOut }, seconds) {
  const start = name.padEnd(11);
  if (leftOut) {
    console.log(`${start}left out${failed > 0 ? ", which is a failure here" : ""}: ${leftOut}`);
    return;
  }
  const counts = [`${passed} passed`];
  if (failed > 0) counts.push(`${failed} failed`);
  if (skipped) counts.push(`${skipped} skipped`);
  if (failed > 0) console.log(`${output.trimEnd()}\n`);
  console.log(`${start}${counts.join(", ").padEnd(30)}${seconds.toFixed(1).padStart(6)} s`);
}
