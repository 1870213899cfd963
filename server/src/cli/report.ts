/** What a check found, as the formats get it. */

import * as l10n from "@vscode/l10n";
import type { Severity } from "../core/policy/policy.ts";
import type { NameKind } from "../core/reference.ts";
import type { Code } from "../core/rules/codes.ts";
import { inNumber, sayList } from "../lsp/language.ts";

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
  const checked = since === null ? countFiles(files) : countChangedFiles(files);
  if (findings.length === 0) return l10n.t("{checked}, nothing to report.", { checked });
  const severities = (["error", "warning", "information", "hint"] as const).flatMap((severity) => {
    const count = findings.filter((each) => each.severity === severity).length;
    return count > 0 ? [countSeverity[severity](count)] : [];
  });
  return l10n.t("{checked}, {findings}: {severities}.", {
    checked,
    findings: countFindings(findings.length),
    severities: sayList(severities),
  });
}

function countFiles(count: number): string {
  return inNumber(
    count,
    l10n.t("{count} file checked", { count }),
    l10n.t("{count} files checked", { count }),
  );
}

function countChangedFiles(count: number): string {
  return inNumber(
    count,
    l10n.t("{count} changed file checked", { count }),
    l10n.t("{count} changed files checked", { count }),
  );
}

function countFindings(count: number): string {
  return inNumber(count, l10n.t("{count} finding", { count }), l10n.t("{count} findings", { count }));
}

const countSeverity: Readonly<Record<Severity, (count: number) => string>> = {
  error: (count) => inNumber(count, l10n.t("{count} error", { count }), l10n.t("{count} errors", { count })),
  warning: (count) =>
    inNumber(count, l10n.t("{count} warning", { count }), l10n.t("{count} warnings", { count })),
  information: (count) =>
    inNumber(count, l10n.t("{count} info", { count }), l10n.t("{count} infos", { count })),
  hint: (count) => inNumber(count, l10n.t("{count} hint", { count }), l10n.t("{count} hints", { count })),
};

/** `added namesake.trustedPackages.acme-core {}` */
export function describePolicyChange({ change, key, value }: PolicyChange): string {
  const setting = `${key}${value === "" ? "" : ` ${value}`}`;
  return change === "added"
    ? l10n.t("added {setting}", { setting })
    : l10n.t("removed {setting}", { setting });
}

/** For a change that stands alone. */
export function describeNotInForce(change: PolicyChange): string {
  return l10n.t("Not in force while this change is judged: {change}", {
    change: describePolicyChange(change),
  });
}

/** Above a list of changes. */
export function headNotInForce(): string {
  return l10n.t("Not in force here, since the change itself makes it:");
}
