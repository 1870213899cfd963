/** What the long forms of the tests measured in one run, as lines for people and as the table in `docs/reliability.md`. */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, platform } from "node:os";
import { join } from "node:path";
import { arch } from "node:process";
import { stripVTControlCharacters } from "node:util";
import { root } from "../machine/root.mjs";

/** @typedef {readonly [run: string, figures: string]} Figure */

/**
 * What tests said by `tellFigures`.
 * @param {string} output of vitest
 * @returns {Figure[]}
 */
export function figuresIn(output) {
  // Where there are colours, what ends them stands before the line.
  const plain = stripVTControlCharacters(output);
  return [...plain.matchAll(/^figures: ([^:\n]+): (.+)$/gm)].map(([, run = "", figures = ""]) => [
    run,
    figures,
  ]);
}

const document = join(root, "docs", "reliability.md");
const markers = /(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/;

/** @param {readonly Figure[]} figures */
export function writeFigures(figures) {
  const text = readFileSync(document, "utf8");
  if (!markers.test(text)) throw new Error(`${document} has no place for the figures of the night.`);
  writeFileSync(
    document,
    text.replace(markers, (_, start, end) => `${start}${renderFigures(figures)}${end}`),
  );
}

/** @param {readonly Figure[]} figures */
export function renderFigures(figures) {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `Node ${process.versions.node} on ${platform()} ${arch}, ${availableParallelism()} processors`;
  return [
    `Measured on ${day} with ${machine}, by \`npm test -- night --write\`: all of it comes from that run, in which nothing failed.`,
    "",
    "| run | figures |",
    "| --- | --- |",
    ...figures.map(([run, what]) => `| ${run} | ${what.replaceAll("|", "\\|")} |`),
    "",
  ].join("\n");
}
