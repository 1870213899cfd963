/** `--format json`: all that is known, for programs. Properties may be added; the version counts what is taken away. */

import type { Report } from "../report.ts";

export function renderJson({ files, since, findings, policyChanges }: Report): string {
  return `${JSON.stringify({ version: 1, files, since, findings, policyChanges }, null, 2)}\n`;
}
