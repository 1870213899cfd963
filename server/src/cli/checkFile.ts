/** Checks files one by one: all that is in them, or what a change adds to them. */

import { TextDocument } from "vscode-languageserver-textdocument";
import { type CheckContext, checkReading, type Finding, readText } from "../core/check.ts";
import type { Knowledge } from "../core/knowledge/knowledge.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { WorkspaceFacts } from "../core/workspaceFacts.ts";
import { say } from "../lsp/language.ts";
import { isGone } from "../node/disk.ts";
import { reasonOf } from "../project/reasonOf.ts";
import { addedIgnores, additionsTo, type Change, describeIgnore } from "./change.ts";
import { type ProjectFile, readDisk } from "./project.ts";
import type { InputProblem, LocatedFinding, Report } from "./report.ts";

type CheckedFile = Pick<Report, "findings" | "policyChanges">;

/** What became of one file: what was found, why it could not be read, or null where it was deleted meanwhile. */
export type Outcome = CheckedFile | InputProblem | null;

/** How files are checked for a report. */
export function reportContext(knowledge: Knowledge, policy: Policy, workspace: WorkspaceFacts): CheckContext {
  // The limit on problems keeps an editor readable; a report must be complete.
  const complete = { ...policy, maxProblems: Number.POSITIVE_INFINITY };
  return { knowledge, policy: complete, workspace, honourIgnoreComments: true };
}

export function checkFile(file: ProjectFile, context: CheckContext): Outcome {
  try {
    return checkWhole(file, readDisk(file), context);
  } catch (error) {
    return isGone(error) ? null : { path: file.shown, problem: reasonOf(error) };
  }
}

/** Looks at what a change adds to files. Those of which nothing is to be looked at are left out. */
export async function checkChanged(
  files: readonly ProjectFile[],
  change: Change,
  context: CheckContext,
  showUnchanged: boolean,
  tell: (done: number) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, file] of files.entries()) {
    if (index % 100 === 99) tell(index + 1);
    try {
      const checked = await checkChange(file, change, context, showUnchanged);
      if (checked) outcomes.push(checked);
    } catch (error) {
      if (!isGone(error)) outcomes.push({ path: file.shown, problem: reasonOf(error) });
    }
  }
  return outcomes;
}

function checkWhole(file: ProjectFile, text: string, context: CheckContext): CheckedFile {
  const { findings } = checkReading(
    readText({ path: file.path, languageId: file.languageId, text }),
    context,
  );
  if (findings.length === 0) return nothingFound;
  const document = TextDocument.create(file.shown, "", 0, text);
  return { findings: findings.map((finding) => locate(finding, document)), policyChanges: [] };
}

const nothingFound: CheckedFile = { findings: [], policyChanges: [] };

/** Null where nothing of the file is to be looked at. */
async function checkChange(
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
