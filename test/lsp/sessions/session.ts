/** A random session: what the editor and the disk hold, beside the real server that was told of it over streams. */

import { setImmediate as immediate, setTimeout } from "node:timers/promises";
import type { FullDocumentDiagnosticReport } from "vscode-languageserver-protocol";
import type { SettingsParams } from "../../../server/src/lsp/protocol.ts";
import { type Editor, settingsWith, startEditor } from "../../support/editor.ts";
import { followFiles } from "../../support/fileDiagnostics.ts";
import { runtimeOf } from "./disk.ts";

export interface Mode {
  /** Whether the client waits for diagnostics, pulls those of documents, or also those of files that are not open. */
  readonly delivery: "pushed" | "pulled" | "all pulled";
  /** Whether it is VS Code with our client, or another editor, whose server reads `.vscode/settings.json` itself. */
  readonly ownClient: boolean;
}

export interface OpenDocument {
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/** What is true outside the server. */
export interface Model {
  readonly mode: Mode;
  /** Texts on disk by URI. */
  readonly files: Map<string, string>;
  /** Open documents, cells included, by URI. */
  readonly documents: Map<string, OpenDocument>;
  /** The cells' URIs of each open notebook. */
  readonly notebooks: Map<string, readonly string[]>;
  folders: string[];
  settings: SettingsParams;
  /** Whether all files have been looked at that are not open, after which the server follows them. */
  scanned: boolean;
}

/** The server, and how much was asked of it. */
export interface Session {
  readonly editor: Editor;
  /** What the client shows of files that are not open, where it pulls that. */
  readonly pulledFiles: Map<string, FullDocumentDiagnosticReport> | null;
  readonly work: Work;
}

export interface Work {
  sessions: number;
  steps: number;
  edits: number;
  requests: number;
  cancelled: number;
}

/** In milliseconds; for what takes a few. */
export const patience = 3_000;

export const project = "file:///project";
export const otherFolder = "file:///other";

/** @param disk texts by URI */
export async function startSession(
  mode: Mode,
  disk: readonly (readonly [uri: string, text: string])[],
  work: Work,
): Promise<{ model: Model; real: Session }> {
  const files = new Map(disk);
  const runtime = runtimeOf(files, makeDelays());
  const settings = mode.ownClient ? settingsWith({}) : editorSettings({});
  const editor = await startEditor({
    pull: mode.delivery !== "pushed",
    dynamicRegistration: mode.delivery === "all pulled",
    runtime,
    folders: [project],
    options: mode.ownClient ? { settings, trustCommand: true, changedNotification: true } : {},
  });
  work.sessions += 1;
  const model: Model = {
    mode,
    files,
    documents: new Map(),
    notebooks: new Map(),
    folders: [project],
    settings,
    scanned: false,
  };
  const pulledFiles = mode.delivery === "all pulled" ? followFiles(editor.connection) : null;
  return { model, real: { editor, pulledFiles, work } };
}

/** As the server has them that another editor told of. */
export function editorSettings(values: Readonly<Record<string, unknown>>): SettingsParams {
  const origin = { scope: "user", file: "workspace/didChangeConfiguration" } as const;
  return { ...settingsWith({}), layers: [{ origin, folder: null, values }], workspaceFile: null };
}

/** Sends a request; every one must be answered, and none with an error unless it was cancelled. */
export async function answered<Result>({ work }: Session, request: Promise<Result>): Promise<Result> {
  work.requests += 1;
  const stopWaiting = new AbortController();
  const late = setTimeout(patience, "late" as const, { signal: stopWaiting.signal }).catch(() => null);
  const first = await Promise.race([request.then((result) => ({ result })), late]);
  stopWaiting.abort();
  if (first === null || first === "late") throw new Error("a request was not answered");
  return first.result;
}

/** Answers now at once and now late, so that what was begun earlier often ends later. */
function makeDelays(): () => Promise<void> {
  let count = 0;
  return async () => {
    count = (count * 5 + 3) % 17;
    if (count % 4 === 1) await immediate();
    if (count % 4 === 2) await setTimeout(count % 3);
  };
}
