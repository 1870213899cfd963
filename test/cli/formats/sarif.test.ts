/** The report must be what the published schema asks for. It is fetched once and kept in `.cache`; its licence keeps it out of here. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { renderSarif } from "../../../server/src/cli/formats/sarif.ts";
import type { Report } from "../../../server/src/cli/report.ts";
import { codes } from "../../../server/src/core/rules/codes.ts";

const place = { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } };
const full: Report = {
  files: 2,
  since: "HEAD",
  findings: codes.map((code, index) => ({
    path: "sub dir/ünï#1?.txt",
    range: place,
    code,
    severity: (["error", "warning", "information", "hint"] as const)[index % 4]!,
    kind: "distribution",
    name: `name${index}`,
    targets: ["requests"],
    technique: "omission",
    message: "Said of it.",
    unchanged: index % 2 === 0,
  })),
  policyChanges: [
    { change: "added", path: "namesake.json", line: null, key: "namesake.enable", value: "false" },
  ],
  unreadable: [{ path: "x", problem: "permission denied" }],
};
const empty: Report = { files: 0, since: null, findings: [], policyChanges: [], unreadable: [] };

const read = (report: Report): Log => JSON.parse(renderSarif(report)) as Log;

const validate = await schema(read(empty).$schema!);

describe.skipIf(validate === null)("the published schema", () => {
  test.each([{ report: full }, { report: empty }])("accepts a report", ({ report }) => {
    const valid = validate!(read(report));
    expect(validate!.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test("would refuse another", () => {
    const log = read(full);
    expect(validate!({ ...log, version: "2.0.0" })).toBe(false);
    log.runs[0]!.results![0]!.level = "fatal" as "error";
    expect(validate!(log)).toBe(false);
  });
});

test("each finding has its rule, a place from 1 and a fingerprint of its own", () => {
  const [run] = read(full).runs;
  for (const [index, result] of run!.results!.entries()) {
    expect(run!.tool.driver.rules?.[result.ruleIndex!]?.id).toBe(result.ruleId);
    expect(result.ruleId).toBe(codes[index]);
    expect(result.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "sub%20dir/%C3%BCn%C3%AF%231%3F.txt", uriBaseId: "%SRCROOT%" },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 10 },
    });
  }
  const prints = run!.results!.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
  expect(new Set(prints).size).toBe(codes.length);
});

test("each rule has help, and its page has the address", () => {
  for (const rule of read(empty).runs[0]!.tool.driver.rules ?? []) {
    expect(existsSync(join("docs", "rules", `${rule.id}.md`))).toBe(true);
    expect(rule.helpUri).toMatch(new RegExp(`/rules/${rule.id}$`));
    expect(rule.help?.markdown).toContain(rule.helpUri);
  }
});

async function schema(address: string): Promise<ValidateFunction | null> {
  const kept = join(".cache", "sarif-schema-2.1.0.json");
  if (!existsSync(kept)) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
    if (!answer?.ok) {
      console.log("left out: SARIF's schema is not here and cannot be fetched");
      return null;
    }
    mkdirSync(".cache", { recursive: true });
    writeFileSync(kept, await answer.text());
  }
  // It is of draft 4, which the validator takes for draft 7: of what differs it has the name of its id alone.
  const { $schema: _, id: __, ...rest } = JSON.parse(readFileSync(kept, "utf8"));
  return new Ajv({ strict: false, validateFormats: false }).compile(rest);
}
