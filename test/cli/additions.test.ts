/** What a change adds to a file is told in time that grows with the file, since a stranger may have written it. */

import { expect, test } from "vitest";
import { addedIgnores } from "../../server/src/cli/additions.ts";
import { readRequirementsFile } from "../../server/src/core/readers/requirements.ts";

const linesOf = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `name-${index} # namesake: ignore\n`);

const added = (before: readonly string[], after: readonly string[]): string[] => {
  const text = after.join("");
  const found = addedIgnores(readRequirementsFile(before.join("")), readRequirementsFile(text));
  return [...found].map(({ line }) => text.slice(line.start, line.end).split(" ")[0]!);
};

test.each([
  ["at the head", ["new # namesake: ignore\n", ...linesOf(3)], ["new"]],
  ["at the end", [...linesOf(3), "new # namesake: ignore\n"], ["new"]],
  ["a second time", [...linesOf(3), ...linesOf(1)], ["name-0"]],
  ["beside another name", ["other # namesake: ignore\n", ...linesOf(3).slice(1)], ["other"]],
  ["in another order", linesOf(3).reverse(), []],
  ["fewer", linesOf(2), []],
])("an ignore comment %s", (_, after, expected) => {
  expect(added(linesOf(3), after)).toEqual(expected);
});

test("a hundred thousand ignore comments take no minutes", () => {
  const lines = linesOf(100_000);
  const started = process.cpuUsage();
  expect(added(lines, [...lines, "new # namesake: ignore\n"])).toEqual(["new"]);
  const { user, system } = process.cpuUsage(started);
  // A fifth of it on a slow machine. With each comment compared with all names, 20,000 of them took 6 s.
  expect((user + system) / 1e6).toBeLessThan(10);
});
