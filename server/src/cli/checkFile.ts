/** Checks a file: all that is in it. */

import { TextDocument } from "vscode-languageserver-textdocument";
import { type CheckContext, checkReading, type Finding, readText } from "../core/check.ts";
import type { Knowledge } from "../core/knowledge/knowledge.ts";
import { message } from "../core/messages.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Reading } from "../core/reference.ts";
import type { WorkspaceFacts } from "../core/workspaceFacts.ts";
import { say } from "../lsp/language.ts";
import { type Places, placesWithoutTable } from "../lsp/places.ts";
import { isGone } from "../node/textFile.ts";
import { reasonOf } from "../project/reasonOf.ts";
import { namedTextLanguage, type ProjectFile, readDisk } from "./project.ts";
import type { InputProblem, LocatedFinding, Report } from "./report.ts";

export type CheckedFile = Pick<Report, "findings" | "policyChanges">;

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

function checkWhole(file: ProjectFile, text: string, context: CheckContext): CheckedFile | InputProblem {
  const { path, shown } = file;
  const isIncluded = context.workspace.included.has(path);
  const reading = readText({ path, languageId: namedTextLanguage, isIncluded, text });
  const skipped = describeSkipped(reading, file);
  if (skipped !== null) return skipped;
  const { findings } = checkReading(reading, context);
  if (findings.length === 0) return nothingFound;
  const places = placesWithoutTable(TextDocument.create(shown, "", 0, text));
  return { findings: findings.map((finding) => locate(finding, shown, places)), policyChanges: [] };
}

/** Null for what was read. What its format is not read for tells the exit code, as a file that the system keeps closed does. */
export function describeSkipped({ skipped }: Reading, { shown }: ProjectFile): InputProblem | null {
  return skipped === undefined ? null : { path: shown, problem: say(message(`skipped.${skipped}`)) };
}

const nothingFound: CheckedFile = { findings: [], policyChanges: [] };

export function locate(
  { reference, code, severity, targets, technique, message }: Finding,
  path: string,
  places: Places,
): LocatedFinding {
  const { kind, name, span } = reference;
  return {
    path,
    range: { start: places.positionAt(span.start), end: places.positionAt(span.end) },
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
