/** What is kept of a checked file: enough to show its findings, to review them, and to tell which trust entries it uses. */

import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { normalizeName } from "../core/names.ts";
import type { NameRule } from "../core/policy/nameRules.ts";
import type { Checked } from "./checks.ts";
import { say } from "./language.ts";
import type { ReviewedPlace } from "./protocol.ts";
import { readDiagnosticData, toDiagnostics } from "./toProto.ts";

export interface FileSummary {
  readonly uri: string;
  /** The workspace folder that it lies in, or null. */
  readonly folder: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly places: readonly ReviewedPlace[];
  /** How many names each entry covers, by {@link entryKey}. */
  readonly uses: ReadonlyMap<string, number>;
}

export function summarize(document: TextDocument, checked: Checked): FileSummary {
  const { uri } = document;
  const { folder } = checked;
  const diagnostics = toDiagnostics(document, checked);
  const places = checked.findings.map(({ reference, code, severity, message }, index): ReviewedPlace => {
    // Diagnostics stand in the order of the findings.
    const { range, data } = diagnostics[index]!;
    const fix = readDiagnosticData(data)?.fixes[0];
    return {
      uri,
      range,
      name: reference.name,
      code,
      severity,
      message: say(message),
      fix: fix ? { title: fix.title, edits: fix.edits } : null,
    };
  });
  return { uri, folder, diagnostics, places, uses: countUses(checked) };
}

/** Tells entries apart that one document can use. */
export function entryKey({ key, origin }: Pick<NameRule, "key" | "origin">): string {
  return JSON.stringify([origin.scope, origin.file, key]);
}

function countUses({ reading, context }: Checked): Map<string, number> {
  const { trusted } = context.policy;
  const uses = new Map<string, number>();
  for (const reference of reading.references) {
    const name = normalizeName(reference.name);
    const rule = trusted.covering(name);
    if (rule) uses.set(entryKey(rule), (uses.get(entryKey(rule)) ?? 0) + 1);
  }
  return uses;
}
