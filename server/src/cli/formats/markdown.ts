/** `--format markdown`: a table for a comment on a pull request or a job's summary. */

import * as l10n from "@vscode/l10n";
import { documentationUrl } from "../../core/documentation.ts";
import { escapeMarkdown } from "../../core/markdown.ts";
import { spokenLanguage } from "../../lsp/language.ts";
import {
  describePolicyChange,
  headNotInForce,
  type LocatedFinding,
  type PolicyChange,
  type Report,
  summarize,
} from "../report.ts";

export function renderMarkdown(report: Report): string {
  const { findings, policyChanges } = report;
  const parts = ["### Namesake", summarize(report)];
  if (findings.length > 0) {
    parts.push([head(), "|---|---|---|---|", ...findings.map(row)].join("\n"));
  }
  if (policyChanges.length > 0) parts.push(headNotInForce(), policyChanges.map(item).join("\n"));
  return `${parts.join("\n\n")}\n`;
}

function head(): string {
  return `| | ${l10n.t("Rule")} | ${l10n.t("Place")} | |`;
}

function row({ path, range, severity, code, message, unchanged }: LocatedFinding): string {
  const place = escapeMarkdown(`${path}:${range.start.line + 1}`);
  const rule = `[${code}](${documentationUrl(code, spokenLanguage())})`;
  const age = unchanged ? ` (${l10n.t("unchanged")})` : "";
  return `| ${severity}${age} | ${rule} | ${place} | ${escapeMarkdown(message)} |`;
}

function item(change: PolicyChange): string {
  const place = change.line === null ? change.path : `${change.path}:${change.line + 1}`;
  return `- ${escapeMarkdown(place)} ${escapeMarkdown(describePolicyChange(change))}`;
}
