/** Names, paths and reasons come from strangers: in no format may they end a value, a line or a table, or reach a terminal raw. */

import { describe, expect, test } from "vitest";
import { formats } from "../../../server/src/cli/formats/index.ts";
import type { LocatedFinding, Report } from "../../../server/src/cli/report.ts";
import { printable } from "../../../server/src/core/printable.ts";
import { columnsOf, expectHarmlessMarkdown, expectPlainLines } from "../../security/harmless.ts";
import { hostileStrings } from "../../security/hostileStrings.ts";

const table = Object.entries(hostileStrings).map(([what, hostile]) => ({ what, hostile }));

function findingOf(hostile: string): LocatedFinding {
  return {
    path: `dir/${hostile}`,
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
    code: "typosquat",
    severity: "warning",
    kind: "distribution",
    name: hostile,
    targets: ["requests", hostile],
    technique: null,
    message: `'${hostile}' is odd.`,
    unchanged: false,
  };
}

function reportOf(hostile: string): Report {
  return {
    files: 1,
    since: "HEAD",
    findings: [findingOf(hostile)],
    policyChanges: [
      { change: "added", path: hostile, line: 0, key: `namesake.trustedPackages.${hostile}`, value: hostile },
    ],
    unreadable: [{ path: hostile, problem: hostile }],
  };
}

describe.each(table)("$what", ({ hostile }) => {
  const report = reportOf(hostile);
  const finding = findingOf(hostile);

  test("text keeps to a line for each finding, without control characters", () => {
    const text = formats.text(report, false);
    expect(text.split("\n")).toHaveLength(5);
    expectPlainLines(text);
  });

  test("text has colours where the terminal shows them, and nothing else differs", () => {
    const coloured = formats.text(report, true);
    expect(coloured).not.toBe(formats.text(report, false));
    // biome-ignore lint/complexity/useRegexLiterals: the escape character cannot stand in a literal
    expect(coloured.replace(new RegExp("\\u001b\\[\\d+m", "g"), "")).toBe(formats.text(report, false));
  });

  test("github keeps to a command for each finding", () => {
    const output = formats.github(report);
    expectPlainLines(output);
    const lines = output.split("\n").filter((line) => line !== "");
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
    // Line ends are encoded and kept; what a terminal would obey is not there even so.
    const file = decodeURIComponent(/file=([^,]*)/.exec(properties)?.[1] ?? "");
    expect(file.split(/[\r\n]/).map(printable)).toEqual(finding.path.split(/[\r\n]/).map(printable));
    expect(said).not.toMatch(/[\r\n]|%(?!25|0D|0A)/);
    expect(lines[1]).toMatch(/^::notice file=/);
  });

  test("markdown keeps to its cells", () => {
    const output = formats.markdown(report);
    const blocks = expectHarmlessMarkdown(output);
    expect(columnsOf(output)).toEqual([4, 4]);
    expect(blocks.filter((type) => /heading_open|list_open|fence|code_block|blockquote/.test(type))).toEqual([
      "heading_open",
      "bullet_list_open",
    ]);
  });

  test.each(["json", "sarif", "gitlab"] as const)("%s is JSON that says what was found", (format) => {
    const output = formats[format](report);
    expectPlainLines(output);
    const texts = new Set<unknown>();
    JSON.parse(output, (_key, value) => {
      texts.add(value);
      return value;
    });
    // A bracket that makes no link has a backslash in SARIF (3.11.6).
    const escaped = finding.message.replace(/[\\[\]]/g, "\\$&");
    expect(texts.has(format === "sarif" ? escaped : finding.message)).toBe(true);
  });

  test("sarif names the file by an address that is one", () => {
    const { runs } = JSON.parse(formats.sarif(report));
    const { uri } = runs[0].results[0].locations[0].physicalLocation.artifactLocation;
    expect(uri).toMatch(/^(?:[\w.~/-]|%[0-9A-F]{2})*$/);
    expect(decodeURIComponent(uri)).toBe(finding.path.replace(/\p{Cs}/gu, "\ufffd"));
  });
});
