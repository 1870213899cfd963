/** Checks one file: all of it, or what a change adds to it. */

import { TextDocument } from "vscode-languageserver-textdocument";
import { type CheckContext, checkReading, type Finding, readText } from "../core/check.ts";
import { say } from "../lsp/language.ts";
import { addedIgnores, additionsTo, type Change, describeIgnore } from "./change.ts";
import type { ProjectFile } from "./project.ts";
import type { LocatedFinding, Report } from "./report.ts";

type CheckedFile = Pick<Report, "findings" | "policyChanges">;

export function checkWhole(file: ProjectFile, text: string, context: CheckContext): CheckedFile {
  const { findings } = checkReading(readText({ ...file, text }), context);
  const document = TextDocument.create(file.shown, "", 0, text);
  return { findings: findings.map((finding) => locate(finding, document)), policyChanges: [] };
}

/** Null where nothing of the file is to be looked at. */
export async function checkChange(
  file: ProjectFile,
  change: Change,
  context: CheckContext,
  showUnchanged: boolean,
): Promise<CheckedFile | null> {
  const [textBefore, text] = [change.readBefore(file), await change.readAfter(file)];
  if (text === textBefore && !showUnchanged) return null;
  const [before, after] = [readText({ ...file, text: textBefore }), readText({ ...file, text })];
  const added = addedIgnores(before, after);
  const inForce = { ...after, ignores: after.ignores.filter((ignore) => !added.includes(ignore)) };
  const isAdded = additionsTo(before);
  const document = TextDocument.create(file.shown, "", 0, text);
  const findings = checkReading(inForce, context).findings.flatMap((finding) => {
    const located = locate(finding, document);
    if (isAdded(finding.reference, finding.code === "compromised-release")) return [located];
    return showUnchanged ? [{ ...located, severity: "hint" as const, unchanged: true }] : [];
  });
  return { findings, policyChanges: added.map((ignore) => describeIgnore(ignore, document)) };
}

function locate(
  { reference, code, severity, targets, technique, message }: Finding,
  document: TextDocument,
): LocatedFinding {
  const { kind, name, span } = reference;
  return {
    path: document.uri,
    range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
    code,
    severity,
    kind,
    name,
    targets: targets.map((target) => target.name),
    technique,
    message: say(message),
    unchanged: false,
  };
}
