/** Parts of the tests that run inside VS Code, and leave their results in a file. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../machine/processes.mjs";
import { root } from "../machine/root.mjs";
import { scratchFolder } from "../machine/scratch.mjs";
import { leaveOut, limit } from "./outcome.mjs";

/** @typedef {import("./outcome.mjs").Outcome} Outcome */

/**
 * @typedef {object} EditorResults as left by a suite inside VS Code
 * @property {number} passed
 * @property {{ title: string, error: string }[]} failures
 * @property {undefined} leftOut
 */

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
