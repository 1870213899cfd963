/** `--format gitlab`: a code quality report, which GitLab shows in merge requests. */

import type { Severity } from "../../core/policy/policy.ts";
import { printableJson } from "../../core/printable.ts";
import type { Report } from "../report.ts";
import { fingerprints } from "./fingerprint.ts";

const severities: Readonly<Record<Severity, string>> = {
  error: "critical",
  warning: "major",
  information: "minor",
  hint: "info",
};

export function renderGitLab({ findings }: Report): string {
  const prints = fingerprints(findings);
  const issues = findings.map(({ path, range, code, severity, message }, index) => ({
    description: message,
    check_name: code,
    fingerprint: prints[index],
    severity: severities[severity],
    location: { path, lines: { begin: range.start.line + 1 } },
  }));
  return `${printableJson(issues, 2)}\n`;
}
