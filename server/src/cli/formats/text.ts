/** `--format text`: `path:line:column severity code message`, lines and columns from 1, then a summary. */

import { styleText } from "node:util";
import * as l10n from "@vscode/l10n";
import type { Severity } from "../../core/policy/policy.ts";
import { printable } from "../../core/printable.ts";
import {
  describePolicyChange,
  headNotInForce,
  type LocatedFinding,
  type PolicyChange,
  type Report,
  summarize,
} from "../report.ts";

type Style = Parameters<typeof styleText>[0];

const severityStyles: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  information: "blue",
  hint: "gray",
};

export function renderText(report: Report, colour: boolean): string {
  // Whoever calls has looked at the stream already.
  const paint = (style: Style, text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const finding = ({ path, range, severity, code, message, unchanged }: LocatedFinding): string => {
    const { line, character } = range.start;
    const place = paint("bold", printable(`${path}:${line + 1}:${character + 1}`));
    const said = `${printable(message)}${unchanged ? ` (${l10n.t("unchanged")})` : ""}`;
    return `${place} ${paint(severityStyles[severity], severity)} ${paint("gray", code)} ${said}`;
  };
  const policyChange = (change: PolicyChange): string => {
    const place = change.line === null ? change.path : `${change.path}:${change.line + 1}`;
    return `  ${printable(`${place} ${describePolicyChange(change)}`)}`;
  };
  const { findings, policyChanges } = report;
  return [
    ...findings.map(finding),
    summarize(report),
    ...(policyChanges.length > 0 ? [headNotInForce(), ...policyChanges.map(policyChange)] : []),
    "",
  ].join("\n");
}
