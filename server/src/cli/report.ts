/** What a check found, as the formats get it. */

import type { Severity } from "../core/policy/policy.ts";
import type { NameKind } from "../core/reference.ts";
import type { Code } from "../core/rules/codes.ts";

export interface Report {
  /** How many files were looked at. */
  readonly files: number;
  /** What the findings are new against: a revision, or `HEAD` for what is staged. Null where all were asked for. */
  readonly since: string | null;
  readonly findings: readonly LocatedFinding[];
  /** What the change says of policy, which is not in force while it is judged. */
  readonly policyChanges: readonly PolicyChange[];
  /** What could not be read, so that the report may lack something. */
  readonly unreadable: readonly InputProblem[];
}

/** One finding as it is printed. The order of the properties is that of the JSON. */
export interface LocatedFinding {
  readonly path: string;
  /** Zero-based lines and UTF-16 columns, as in the Language Server Protocol. */
  readonly range: { readonly start: Position; readonly end: Position };
  readonly code: Code;
  readonly severity: Severity;
  readonly kind: NameKind;
  readonly name: string;
  readonly targets: readonly string[];
  readonly technique: string | null;
  readonly message: string;
  /** True for what was there before the change. */
  readonly unchanged: boolean;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A setting or an ignore comment that a change adds or removes. */
export interface PolicyChange {
  readonly change: "added" | "removed";
  readonly path: string;
  /** Zero-based; null for settings. */
  readonly line: number | null;
  /** `namesake.trustedPackages.acme-core`, or the comment. */
  readonly key: string;
  /** As JSON; empty for comments. */
  readonly value: string;
}

/** A path that was given cannot be read, or is no format that we know. */
export interface InputProblem {
  readonly path: string;
  readonly problem: string;
}

/** `3 files checked, 2 findings: 1 error, 1 warning.` */
export function summarize({ files, findings, since }: Report): string {
  const checked = `${count(files, since === null ? "file" : "changed file")} checked`;
  if (findings.length === 0) return `${checked}, nothing to report.`;
  const counts = (["error", "warning", "information", "hint"] as const).flatMap((severity) => {
    const those = findings.filter((each) => each.severity === severity).length;
    // "Information" has no plural.
    if (severity === "information") return those > 0 ? [`${those} information`] : [];
    return those > 0 ? [count(those, severity)] : [];
  });
  return `${checked}, ${count(findings.length, "finding")}: ${counts.join(", ")}.`;
}

/** `added namesake.trustedPackages.acme-core {}` */
export function describePolicyChange({ change, key, value }: PolicyChange): string {
  return `${change} ${key}${value === "" ? "" : ` ${value}`}`;
}

export const notInForce = "Not in force here, since the change itself makes it:";

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Names come from files that strangers wrote: no control or formatting character may reach a terminal or a log. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "�");
}
