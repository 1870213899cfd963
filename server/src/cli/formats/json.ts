/** `--format json`: all that is known, for programs. Properties may be added; the version counts what is taken away. */

import { printableJson } from "../../core/printable.ts";
import type { Report } from "../report.ts";

/** What only a comparison has stands in the report of a comparison alone. */
export function renderJson({ files, since, findings, policyChanges }: Report): string {
  const report =
    since === null
      ? { version: 1, files, findings: findings.map(({ unchanged: _, ...finding }) => finding) }
      : { version: 1, files, since, findings, policyChanges };
  return `${printableJson(report, 2)}\n`;
}
