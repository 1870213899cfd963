/** The one file that speaks both languages: our findings and edits as diagnostics, ranges and text edits. */

import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type TextEdit as ProtocolTextEdit,
  type Range,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Finding, includesElsewhere } from "../core/check.ts";
import { documentationUrl } from "../core/documentation.ts";
import { type Fix, fixEverywhere, fixesFor } from "../core/fixes.ts";
import { message } from "../core/messages.ts";
import type { TextEdit } from "../core/policy/editPolicy.ts";
import type { Severity } from "../core/policy/policy.ts";
import type { TextSpan } from "../core/reference.ts";
import type { Declaration } from "../core/workspaceFacts.ts";
import type { Checked } from "./checks.ts";
import { say, spokenLanguage } from "./language.ts";
import { type Places, placesWithoutTable } from "./places.ts";

export const diagnosticSource = "Namesake";

/** Travels on the diagnostic and comes back with it, so that fixes need no second judgement. */
export interface DiagnosticData {
  readonly name: string;
  readonly fixes: readonly DiagnosticFix[];
}

export interface DiagnosticFix {
  readonly title: string;
  readonly edits: readonly ProtocolTextEdit[];
  readonly preferred: boolean;
}

export function toDiagnostics(document: TextDocument, checked: Checked): Diagnostic[] {
  // Nobody types in a lock.
  const places = checked.reading.role === "lock" ? placesWithoutTable(document) : document;
  const diagnostics = checked.findings.map((finding) => toDiagnostic(places, finding, checked));
  for (const { path, span } of checked.folder === null ? [] : includesElsewhere(checked.reading)) {
    diagnostics.push({
      range: toRange(places, span),
      severity: DiagnosticSeverity.Information,
      source: diagnosticSource,
      message: say(message("note.include-elsewhere", { path })),
    });
  }
  const last = checked.findings.at(-1);
  if (last && checked.cut > 0) {
    diagnostics.push({
      range: toRange(places, last.reference.span),
      severity: DiagnosticSeverity.Information,
      source: diagnosticSource,
      message: say(message("cut", { count: checked.cut })),
    });
  }
  return diagnostics;
}

function toDiagnostic(places: Places, finding: Finding, { reading, folder }: Checked): Diagnostic {
  const data: DiagnosticData = {
    name: finding.reference.name,
    fixes: fixesFor(finding, reading).map((fix) => toFix(places, fix)),
  };
  return {
    range: toRange(places, finding.reference.span),
    severity: toSeverity(finding.severity),
    source: diagnosticSource,
    code: finding.code,
    codeDescription: { href: documentationUrl(finding.code, spokenLanguage()) },
    message: say(finding.message),
    ...(folder && finding.askedFor ? { relatedInformation: [toRelated(folder, finding.askedFor)] } : {}),
    data,
  };
}

function toRelated(folder: string, { path, line }: Declaration): DiagnosticRelatedInformation {
  const uri = `${folder}/${path.split("/").map(encodeURIComponent).join("/")}`;
  const start = { line, character: 0 };
  return {
    location: { uri, range: { start, end: start } },
    message: say(message("note.asked-for")),
  };
}

/** Reads what came back from the client; null where it is not ours or the client dropped it. */
export function readDiagnosticData(data: unknown): DiagnosticData | null {
  const candidate = data as Partial<DiagnosticData> | null | undefined;
  if (typeof candidate !== "object" || candidate === null) return null;
  if (typeof candidate.name !== "string" || !Array.isArray(candidate.fixes)) return null;
  return { name: candidate.name, fixes: candidate.fixes };
}

/** The fix of all places of a diagnostic's name, where it is one of ours and there are several. */
export function everywhereFixOf(
  { code, range }: Diagnostic,
  document: TextDocument,
  { findings, reading }: Checked,
): DiagnosticFix | null {
  const start = document.offsetAt(range.start);
  const finding = findings.find((each) => each.code === code && each.reference.span.start === start);
  const fix = finding && fixEverywhere(finding, reading);
  return fix ? toFix(document, fix) : null;
}

function toFix(places: Places, { title, edits, preferred }: Fix): DiagnosticFix {
  return { title: say(title), edits: edits.map((edit) => toTextEdit(places, edit)), preferred };
}

export function toTextEdit(places: Places, { span, newText }: TextEdit): ProtocolTextEdit {
  return { range: toRange(places, span), newText };
}

export function toRange(places: Places, { start, end }: TextSpan): Range {
  return { start: places.positionAt(start), end: places.positionAt(end) };
}

function toSeverity(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case "error":
      return DiagnosticSeverity.Error;
    case "warning":
      return DiagnosticSeverity.Warning;
    case "information":
      return DiagnosticSeverity.Information;
    case "hint":
      return DiagnosticSeverity.Hint;
  }
}
