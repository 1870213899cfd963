/** SECURITY.md names a test for each threat, and the tests are there. */

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const document = readFileSync("SECURITY.md", "utf8");
const rows = document.split("\n").filter((line) => line.startsWith("| ") && !/^\| (?:Threat|-)/.test(line));

test("every threat has an answer and a test", () => {
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const [, threat = "", answer = "", tests = ""] = row.split("|").map((cell) => cell.trim());
    expect(threat).not.toBe("");
    expect(answer).not.toBe("");
    expect(tests).toMatch(/^`test\/[\w/.]+\.test\.ts`(?:, `test\/[\w/.]+\.test\.ts`)*$/);
  }
});

test("the tests that it names hold something", () => {
  const named = [...document.matchAll(/`(test\/[^`]+)`/g)].map(([, path = ""]) => path);
  const missing = named.filter(
    (path) => !existsSync(path) || !/\b(?:test|it)(?:\.\w+)*\(/.test(readFileSync(path, "utf8")),
  );
  expect(missing).toEqual([]);
});
