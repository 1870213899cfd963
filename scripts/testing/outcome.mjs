/** How one part of the tests went. */
import { run } from "../machine/processes.mjs";
import { root } from "../machine/root.mjs";

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped]
 * @property {string} output what a person needs to see of a failure
 * @property {string} [leftOut] why the part could not run
 * @property {Readonly<Record<string, number>>} [files] how many tests passed of each file, where it is known
 */

/** In milliseconds; longer than any part takes on a slow machine, downloads included. */
export const limit = 600_000;

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
 * What several runs come to as one part.
 * @param {readonly Outcome[]} outcomes
 * @returns {Outcome}
 */
export function combineOutcomes(outcomes) {
  /** @param {(outcome: Outcome) => number | undefined} countOf */
  const sum = (countOf) => outcomes.reduce((total, outcome) => total + (countOf(outcome) ?? 0), 0);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
    output: outcomes.flatMap(({ failed, output }) => (failed > 0 ? output : [])).join("\n"),
  };
}

/**
 * A part that cannot run here fails where CI is set: there nobody reads that it was left out.
 * @param {string} leftOut why
 * @returns {Outcome}
 */
export function leaveOut(leftOut) {
  return { passed: 0, failed: process.env.CI ? 1 : 0, output: "", leftOut };
}
