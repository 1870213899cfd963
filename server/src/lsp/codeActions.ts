/** Quick fixes, made from the data that our diagnostics carry: replace, remove, trust, report. */

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  Command,
  type Diagnostic,
} from "vscode-languageserver";
import { type Message, message } from "../core/messages.ts";
import { guessedCodes } from "./falseAlarm.ts";
import { say } from "./language.ts";
import type { TrustFix } from "./policyFileTrust.ts";
import {
  type FalseAlarmParams,
  falseAlarmCommand,
  folderSettings,
  type TrustArguments,
  type TrustScope,
  trustCommand,
} from "./protocol.ts";
import type { Settings } from "./settings.ts";
import { type DiagnosticData, type DiagnosticFix, diagnosticSource, readDiagnosticData } from "./toProto.ts";

/** Where a name can be trusted. */
interface TrustPlace {
  readonly scope: TrustScope;
  readonly folder: string | null;
  /** The file that will be written, for the title; null where people know it by another name. */
  readonly file: string | null;
}

/** The places for a document of that folder. An untrusted workspace cannot trust anybody, so that only the user's own settings are left. */
export function trustPlaces(
  folder: string | null,
  folders: readonly string[],
  { workspaceTrusted, workspaceFile }: Settings,
): TrustPlace[] {
  const user: TrustPlace = { scope: "user", folder: null, file: null };
  if (!workspaceTrusted || folders.length === 0) return [user];
  const workspace: TrustPlace = { scope: "workspace", folder: null, file: workspaceFile };
  // With a single folder and no workspace file, the folder's settings are the workspace's.
  if (folder === null || workspaceFile === folderSettings) return [workspace, user];
  return [{ scope: "folder", folder, file: folderSettings }, workspace, user];
}

/** Through a command of the client, which keeps the settings. */
export function trustBySettings(places: readonly TrustPlace[]): (name: string) => TrustFix[] {
  return (name) =>
    places.map(({ scope, folder, file }) => {
      const title = say(trustTitle(name, scope, file));
      const argument: TrustArguments = { name, scope, folder };
      return { title, command: Command.create(title, trustCommand, argument) };
    });
}

/** What can be done about findings in a document, beside the fixes that the findings bring. */
interface Possibilities {
  /** Whether the document can be changed; one that is only read can have its names trusted all the same. */
  readonly isEditable: boolean;
  /** The ways to trust a name. */
  trust(name: string): readonly TrustFix[];
  /** The fix of all places of the diagnostic's name; null where there is none or one place only. */
  everywhere(diagnostic: Diagnostic): DiagnosticFix | null;
  /** Whether the client has the command to report a false alarm. */
  readonly canReport: boolean;
}

export function makeCodeActions(
  { context, textDocument: { uri } }: CodeActionParams,
  current: readonly Diagnostic[],
  { isEditable, trust, everywhere, canReport }: Possibilities,
): CodeAction[] {
  if (context.only && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
  return context.diagnostics
    .filter(({ source }) => source === diagnosticSource)
    .flatMap((diagnostic) => {
      const data = readDiagnosticData((withData(diagnostic, current) ?? diagnostic).data);
      if (!data) return [];
      const all = isEditable ? everywhere(diagnostic) : null;
      const fixes = isEditable ? [...data.fixes, ...(all ? [all] : [])] : [];
      return [
        ...fixActions(diagnostic, fixes, uri),
        ...trust(data.name).map((fix) => ({
          ...fix,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
        })),
        ...(canReport ? reportActions(diagnostic, data, uri) : []),
      ];
    });
}

/** A client without `dataSupport` sends the diagnostic back bare: the same one of the current text has the data. */
function withData(diagnostic: Diagnostic, current: readonly Diagnostic[]): Diagnostic | undefined {
  if (diagnostic.data !== undefined) return diagnostic;
  const { code, range } = diagnostic;
  return current.find(
    (each) =>
      each.code === code &&
      each.range.start.line === range.start.line &&
      each.range.start.character === range.start.character,
  );
}

function fixActions(diagnostic: Diagnostic, fixes: readonly DiagnosticFix[], uri: string): CodeAction[] {
  return fixes.map(({ title, edits, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: preferred,
    edit: { changes: { [uri]: [...edits] } },
  }));
}

function reportActions(diagnostic: Diagnostic, { name }: DiagnosticData, uri: string): CodeAction[] {
  if (!guessedCodes.has(String(diagnostic.code))) return [];
  const title = say(message("fix.report", { name }));
  const argument: FalseAlarmParams = { uri, position: diagnostic.range.start };
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      command: Command.create(title, falseAlarmCommand, argument),
    },
  ];
}

function trustTitle(name: string, scope: TrustScope, file: string | null): Message {
  switch (scope) {
    case "user":
      return message("fix.trust.user", { name });
    case "workspace":
      return message("fix.trust.workspace", { name, file: file ?? "" });
    case "folder":
      return message("fix.trust.folder", { name, file: file ?? "" });
  }
}
