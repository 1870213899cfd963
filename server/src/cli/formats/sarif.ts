/** `--format sarif`: the Static Analysis Results Interchange Format, version 2.1.0 (OASIS). */

import type { Log, ReportingDescriptor, Result } from "sarif";
import { documentationBase, documentationUrl } from "../../core/documentation.ts";
import { message } from "../../core/messages.ts";
import type { Severity } from "../../core/policy/policy.ts";
import { printableJson } from "../../core/printable.ts";
import { type Code, codes, rules } from "../../core/rules/codes.ts";
import { encodeUriPart } from "../../core/uris.ts";
import { say, spokenLanguage } from "../../lsp/language.ts";
import { describeNotInForce, type LocatedFinding, type Report } from "../report.ts";
import { fingerprints } from "./fingerprint.ts";

const levels = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
} as const satisfies Readonly<Record<Severity, string>>;

export function renderSarif(report: Report): string {
  const { findings, policyChanges, unreadable, since } = report;
  const prints = fingerprints(findings);
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "Namesake", informationUri: documentationBase, rules: codes.map(describeRule) },
        },
        columnKind: "utf16CodeUnits",
        language: spokenLanguage(),
        invocations: [
          {
            executionSuccessful: unreadable.length === 0,
            toolExecutionNotifications: unreadable.map(({ path, problem }) => ({
              level: "error",
              message: { text: plainText(`${path}: ${problem}`) },
            })),
            toolConfigurationNotifications: policyChanges.map((change) => ({
              level: "note",
              message: { text: plainText(`${change.path}: ${describeNotInForce(change)}`) },
            })),
          },
        ],
        results: findings.map((finding, index) => describeResult(finding, prints[index]!, since !== null)),
      },
    ],
  };
  return `${printableJson(log, 2)}\n`;
}

function describeRule(code: Code): ReportingDescriptor {
  const about = say(message(`rule.${code}`));
  const readOn = say(message("hover.rule", { code }));
  // What programs go by is the same in every language.
  const url = documentationUrl(code, "en");
  const severity = rules.find((rule) => rule.code === code)?.severity ?? "warning";
  return {
    id: code,
    shortDescription: { text: about },
    help: { text: `${about} ${url}`, markdown: `${about} [${readOn}](${url})` },
    helpUri: url,
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ["security", "supply-chain"] },
  };
}

function describeResult(
  { path, range: { start, end }, code, severity, message: text, unchanged }: LocatedFinding,
  fingerprint: string,
  compared: boolean,
): Result {
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: plainText(text) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodePath(path), uriBaseId: "%SRCROOT%" },
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
          },
        },
      },
    ],
    partialFingerprints: { "namesakeName/v1": fingerprint },
    ...(compared ? { baselineState: unchanged ? "unchanged" : "new" } : {}),
  };
}

/** A plain text message can have links, `[text](target)`; a bracket that is none has a backslash (SARIF 2.1.0, 3.11.6). */
function plainText(text: string): string {
  return text.replace(/[\\[\]]/g, (character) => `\\${character}`);
}

function encodePath(path: string): string {
  return path.split("/").map(encodeUriPart).join("/");
}
