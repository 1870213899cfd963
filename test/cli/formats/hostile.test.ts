/** Names, paths and reasons come from strangers: in no format may they end a value, a line or a table, or reach a terminal raw. */

import { describe, expect, test } from "vitest";
import { formats } from "../../../server/src/cli/formats/index.ts";
import type { LocatedFinding, Report } from "../../../server/src/cli/report.ts";

const hostile = "x\r\n::error::y,z:50% | <b> [a](b) \u001b[31m \u202e`";

const finding: LocatedFinding = {
  path: `dir/${hostile}`,
  range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
  code: "typosquat",
  severity: "warning",
  kind: "distribution",
  name: hostile,
  targets: ["requests"],
  technique: null,
  message: `'${hostile}' is odd.`,
  unchanged: false,
};

const report: Report = {
  files: 1,
  since: "HEAD",
  findings: [finding],
  policyChanges: [
    { change: "added", path: hostile, line: 0, key: `namesake.trustedPackages.${hostile}`, value: hostile },
  ],
  unreadable: [{ path: hostile, problem: hostile }],
};

test("text keeps to a line for each finding, without control characters", () => {
  const text = formats.text(report, false);
  expect(text.split("\n")).toHaveLength(5);
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test("text has colours where the terminal shows them, and nothing else differs", () => {
  const coloured = formats.text(report, true);
  expect(coloured).not.toBe(formats.text(report, false));
  // biome-ignore lint/complexity/useRegexLiterals: the escape character cannot stand in a literal
  expect(coloured.replace(new RegExp("\\u001b\\[\\d+m", "g"), "")).toBe(formats.text(report, false));
});

test("github keeps to a command for each finding", () => {
  const lines = formats
    .github(report)
    .split("\n")
    .filter((line) => line !== "");
  expect(lines).toHaveLength(2);
  const [, properties = "", said = ""] = /^::warning (.*?)::(.*)$/.exec(lines[0]!) ?? [];
  expect(properties.split(",").map((property) => property.split("=")[0])).toEqual([
    "file",
    "line",
    "endLine",
    "col",
    "endColumn",
    "title",
  ]);
  const file = /file=([^,]*)/.exec(properties)?.[1] ?? "";
  expect(decodeURIComponent(file)).toBe(finding.path);
  expect(said).not.toMatch(/[\r\n]/);
  expect(lines[1]).toMatch(/^::notice file=/);
});

test("markdown keeps to its cells", () => {
  const lines = formats.markdown(report).split("\n");
  const rows = lines.filter((line) => line.startsWith("|"));
  expect(rows).toHaveLength(3);
  expect(rows[2]?.replaceAll("\\|", "").match(/\|/g)).toHaveLength(5);
  expect(rows[2]).not.toMatch(/(?<!\\)[<`]/);
});

describe.each(["json", "sarif", "gitlab"] as const)("%s", (format) => {
  test("is JSON that says what was found", () => {
    expect(JSON.stringify(JSON.parse(formats[format](report)))).toContain(
      JSON.stringify(finding.message).slice(1, -1),
    );
  });
});
