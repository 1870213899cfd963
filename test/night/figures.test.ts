/** The figures of the night come from what the tests print, and stand in the table of docs/reliability.md. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { figuresIn, renderFigures } from "../../scripts/testing/nightFigures.mjs";

test("figures are lines of their own, among whatever else is printed", () => {
  const output = [
    "stdout | test/bench/load.test.ts > 200 documents",
    "figures: load: 200 documents; median 1.7 ms: quick",
    " ✓ figures: none: of these",
    "figures: without anything",
    "\u001b[22m\u001b[39mfigures: fuzzing: 22 readers",
    "",
  ].join("\n");
  expect(figuresIn(output)).toEqual([
    ["load", "200 documents; median 1.7 ms: quick"],
    ["fuzzing", "22 readers"],
  ]);
});

test("they stand in a table, which nothing ends early", () => {
  const [measured = "", , ...rows] = renderFigures([["load", "a | b"]]).split("\n");
  expect(measured).toMatch(/^Measured on \d{4}-\d\d-\d\d with Node .+ processors/);
  expect(rows).toEqual(["| run | figures |", "| --- | --- |", "| load | a \\| b |", ""]);
});

test("the page has a place for them", () => {
  expect(readFileSync("docs/reliability.md", "utf8")).toMatch(/<!-- figures -->\n[\s\S]+<!-- \/figures -->/);
});
