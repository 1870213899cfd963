/** How many mutants of an area the tests noticed, in a line for people and in a row of `docs/reliability.md`. */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root } from "../machine/root.mjs";

/** The least share of an area's mutants that the tests have to notice. */
const bar = 0.8;

/**
 * @typedef {object} Counts
 * @property {string} area
 * @property {number} mutants all that ran, and those that a comment told Stryker to pass over
 * @property {number} noticed a test failed, or did not come to an end
 * @property {number} survived every test passed, or none was there
 * @property {boolean} isEnough
 * @property {number} minutes
 */

/**
 * Invalid programs are no mutants. What a comment disables counts as survived: nothing noticed it.
 * @param {readonly { status: string }[]} results
 * @returns {Pick<Counts, "mutants" | "noticed" | "survived" | "isEnough">}
 */
export function countMutants(results) {
  /** @param {readonly string[]} statuses */
  const count = (statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count(["Killed", "Timeout"]);
  const survived = count(["Survived", "NoCoverage", "Ignored"]);
  const mutants = noticed + survived;
  return { mutants, noticed, survived, isEnough: mutants > 0 && noticed / mutants >= bar };
}

/** @param {Counts} counts */
export function showCounts({ area, mutants, noticed, minutes, isEnough }) {
  const killed = `${noticed} of ${mutants} killed, ${percent(noticed, mutants)}`;
  return `mutation: ${area}: ${killed}, in ${minutes.toFixed(1)} min${isEnough ? "" : ": too few"}`;
}

const document = join(root, "docs", "reliability.md");
const markers = /(<!-- mutation -->\n)([\s\S]*?)(<!-- \/mutation -->)/;

/**
 * Replaces the rows of these areas and keeps those of others.
 * @param {readonly Counts[]} counts
 */
export function writeCounts(counts) {
  const text = readFileSync(document, "utf8");
  if (!markers.test(text)) throw new Error(`${document} has no place for the figures of mutation testing.`);
  writeFileSync(
    document,
    text.replace(markers, (_, start, rows, end) => `${start}${renderCounts(counts, rows)}${end}`),
  );
}

/**
 * @param {readonly Counts[]} counts
 * @param {string} before the table as it was
 */
export function renderCounts(counts, before) {
  const day = new Date().toISOString().slice(0, 10);
  const rows = new Map(
    before.split("\n").flatMap((line) => {
      const area = /^\| `([a-z]+)`/.exec(line)?.[1];
      return area ? [[area, line]] : [];
    }),
  );
  for (const { area, mutants, noticed, survived } of counts) {
    const machine = `Node ${process.versions.node}, ${availableParallelism()} processors`;
    const cells = [`\`${area}\``, mutants, noticed, survived, percent(noticed, mutants)];
    rows.set(area, `| ${[...cells, day, machine].join(" | ")} |`);
  }
  const head = ["area", "mutants", "killed", "survived", "score", "day", "machine"];
  return [
    `| ${head.join(" | ")} |`,
    `| ${head.map(() => "---").join(" | ")} |`,
    ...[...rows.keys()].sort().map((area) => rows.get(area)),
    "",
  ].join("\n");
}

/**
 * @param {number} part
 * @param {number} whole
 */
function percent(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
