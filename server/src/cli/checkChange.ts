/** Checks what a change adds to files. */

import { TextDocument } from "vscode-languageserver-textdocument";
import { type CheckContext, checkReading, readText } from "../core/check.ts";
import { placesWithoutTable } from "../lsp/places.ts";
import { isGone } from "../node/textFile.ts";
import { reasonOf } from "../project/reasonOf.ts";
import { addedIgnores, additionsTo, describeIgnore } from "./additions.ts";
import type { Change, FileState } from "./change.ts";
import { describeSkipped, locate, type Outcome } from "./checkFile.ts";
import { namedTextLanguage, type ProjectFile } from "./project.ts";

/** Looks at files one by one. Those of which nothing is to be looked at are left out. */
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

/** Null where nothing of the file is to be looked at. */
async function checkChange(
  file: ProjectFile,
  change: Change,
  context: CheckContext,
  showUnchanged: boolean,
): Promise<Outcome> {
  const [stateBefore, state] = [await change.before(file), await change.after(file)];
  const isSame = state.text === stateBefore.text && state.isIncluded === stateBefore.isIncluded;
  if (isSame && !showUnchanged) return null;
  const { path, shown } = file;
  const read = (state: FileState) => readText({ path, languageId: namedTextLanguage, ...state });
  const [before, after] = [read(stateBefore), read(state)];
  const skipped = describeSkipped(after, file);
  if (skipped !== null) return skipped;
  const added = addedIgnores(before, after);
  const inForce = { ...after, ignores: after.ignores.filter((ignore) => !added.has(ignore)) };
  const isAdded = additionsTo(before);
  const places = placesWithoutTable(TextDocument.create(shown, "", 0, state.text));
  const findings = checkReading(inForce, context).findings.flatMap((finding) => {
    const located = locate(finding, shown, places);
    if (isAdded(finding.reference, finding.code === "compromised-release")) return [located];
    return showUnchanged ? [{ ...located, severity: "hint" as const, unchanged: true }] : [];
  });
  return { findings, policyChanges: [...added].map((ignore) => describeIgnore(ignore, shown, places)) };
}
