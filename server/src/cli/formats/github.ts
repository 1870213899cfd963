/** `--format github`: workflow commands, which GitHub shows as annotations on the lines of a pull request. */

import * as l10n from "@vscode/l10n";
import type { Severity } from "../../core/policy/policy.ts";
import { printable } from "../../core/printable.ts";
import { describeNotInForce, type Report } from "../report.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

export function renderGitHub({ findings, policyChanges }: Report): string {
  const annotations = findings.map(({ path, range: { start, end }, severity, code, message }) =>
    command(
      commands[severity],
      {
        file: path,
        line: start.line + 1,
        endLine: end.line + 1,
        // GitHub takes columns only where both are on one line.
        ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
        title: `Namesake: ${code}`,
      },
      message,
    ),
  );
  const changes = policyChanges.map((change) =>
    command(
      "notice",
      {
        file: change.path,
        ...(change.line === null ? {} : { line: change.line + 1 }),
        title: l10n.t("Namesake: policy"),
      },
      describeNotInForce(change),
    ),
  );
  return [...annotations, ...changes].map((line) => `${line}\n`).join("");
}

/** `::name key=value,key=value::message`; whatever could end a value is percent-encoded. */
function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${encodeProperty(String(value))}`);
  return `::${name} ${written.join(",")}::${encode(printable(message))}`;
}

function encode(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function encodeProperty(text: string): string {
  return encode(text.replace(/[^\r\n]+/g, printable))
    .replaceAll(":", "%3A")
    .replaceAll(",", "%2C");
}
