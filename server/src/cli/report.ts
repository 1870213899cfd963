/** Findings as people and programs read them on the command line. */

import type { Severity } from "../core/policy/policy.ts";
import type { NameKind } from "../core/reference.ts";

/** One finding as it is printed. The order of the properties is that of the JSON. */
export interface LocatedFinding {
  readonly path: string;
  /** Zero-based lines and UTF-16 columns, as in the Language Server Protocol. */
  readonly range: { readonly start: Position; readonly end: Position };
  readonly code: string;
  readonly severity: Severity;
  readonly kind: NameKind;
  readonly name: string;
  readonly targets: readonly string[];
  readonly technique: string | null;
  readonly message: string;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

export function renderJson(files: number, findings: readonly LocatedFinding[]): string {
  return `${JSON.stringify({ version: 1, files, findings }, null, 2)}\n`;
}

/** `path:line:column severity code message`, lines and columns from 1, then a summary. */
export function renderText(files: number, findings: readonly LocatedFinding[]): string {
  const lines = findings.map(({ path, range, severity, code, message }) => {
    const { line, character } = range.start;
    return printable(`${path}:${line + 1}:${character + 1} ${severity} ${code} ${message}`);
  });
  return `${[...lines, summary(files, findings)].join("\n")}\n`;
}

function summary(files: number, findings: readonly LocatedFinding[]): string {
  const checked = `${files} ${files === 1 ? "file" : "files"} checked`;
  if (findings.length === 0) return `${checked}, nothing to report.`;
  const counts = (["error", "warning", "information", "hint"] as const)
    .map((severity) => ({ severity, count: findings.filter((each) => each.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}`);
  return `${checked}, ${findings.length} ${findings.length === 1 ? "finding" : "findings"}: ${counts.join(", ")}.`;
}

/** Names come from files that strangers wrote: no control or formatting character may reach the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "�");
}
