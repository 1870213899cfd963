/** A random session: what the editor and the disk hold, beside the real server that was told of it over streams. */

import { setImmediate as immediate, setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type PolicyFile,
  policyFiles,
  sharedPolicyFiles,
} from "../../../server/src/core/policy/policyFiles.ts";
import { makeChecks } from "../../../server/src/lsp/checks.ts";
import { fileKey } from "../../../server/src/lsp/fileUris.ts";
import { makeFolders } from "../../../server/src/lsp/folders.ts";
import type { SettingsParams } from "../../../server/src/lsp/protocol.ts";
import type { Runtime } from "../../../server/src/lsp/runtime.ts";
import { makeSettings } from "../../../server/src/lsp/settings.ts";
import { toDiagnostics } from "../../../server/src/lsp/toProto.ts";
import { filesToCheck } from "../../../server/src/project/filesToCheck.ts";
import type { FileTree } from "../../../server/src/project/fileTree.ts";
import { readFolder } from "../../../server/src/project/folderContents.ts";
import { type Editor, settingsWith, startEditor } from "../../support/editor.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";
import { memoryRuntime } from "../../support/memoryRuntime.ts";

export interface Mode {
  /** Whether the client pulls diagnostics or waits for them. */
  readonly pull: boolean;
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
  /** Whether files that are not open are looked at. */
  scanned: boolean;
}

/** The server, and how much was asked of it. */
export interface Session {
  readonly editor: Editor;
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
const patience = 3_000;

export const project = "file:///project";
export const otherFolder = "file:///other";

export async function startSession(mode: Mode, work: Work): Promise<{ model: Model; real: Session }> {
  const files = new Map<string, string>();
  const runtime = runtimeOf(files, makeDelays());
  const settings = mode.ownClient ? settingsWith({}) : editorSettings({});
  const editor = await startEditor({
    pull: mode.pull,
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
  return { model, real: { editor, work } };
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

/** Compares what the client has of every document with a fresh check of the same text. */
export async function expectFreshDiagnostics(model: Model, session: Session): Promise<void> {
  const { editor, work } = session;
  work.steps += 1;
  const check = makeFreshCheck(model);
  const uris = [...model.documents.keys()];
  const expected = await Promise.all(uris.map(check));
  if (model.mode.pull) {
    const pulled = await Promise.all(uris.map((uri) => answered(session, editor.diagnostics(uri))));
    expect(pulled).toEqual(expected);
  } else {
    const end = performance.now() + patience;
    const pushed = () => uris.map((uri) => editor.pushedFor(uri));
    while (!isDeepStrictEqual(pushed(), expected) && performance.now() < end) await setTimeout(1);
    expect(pushed()).toEqual(expected);
  }
  expect(editor.failures).toEqual([]);
}

/** By parts of the server that are made this moment and are told everything at once. */
function makeFreshCheck({
  documents,
  notebooks,
  folders,
  settings,
  mode,
  files,
}: Model): (uri: string) => Promise<Diagnostic[]> {
  const runtime = runtimeOf(files, async () => {});
  const read: readonly PolicyFile[] = mode.ownClient ? sharedPolicyFiles : policyFiles;
  const freshSettings = makeSettings(settings, read, runtime, () => {});
  const freshFolders = makeFolders(folders, runtime);
  const open = {
    notebookOf: (cell: string) => [...notebooks].find(([, cells]) => cells.includes(cell))?.[0] ?? null,
    isOpen: (file: string) => [...notebooks.keys()].some((notebook) => fileKey(notebook) === fileKey(file)),
  };
  const loaded = Promise.resolve({ knowledge: shippedKnowledge() });
  const checks = makeChecks(loaded, freshFolders, open, () => freshSettings);
  return async (uri) => {
    const { languageId, version, text } = documents.get(uri)!;
    const document = TextDocument.create(uri, languageId, version, text);
    const checked = await checks.checkOnce(document);
    return JSON.parse(JSON.stringify(checked ? toDiagnostics(document, checked) : []));
  };
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

/** A host whose disk is a table of texts by URI. */
function runtimeOf(files: ReadonlyMap<string, string>, wait: () => Promise<void>): Runtime {
  const tree = (root: string): FileTree => ({
    async list(folder) {
      await wait();
      return listed(files.keys(), folder === "" ? root : `${root}/${folder}`);
    },
    async read(path) {
      await wait();
      return files.get(`${root}/${path}`) ?? null;
    },
  });
  return {
    ...memoryRuntime({}),
    async readFile(uri) {
      await wait();
      return files.get(uri) ?? null;
    },
    readFolder: async (folder, extent) => ({ ...(await readFolder(tree(folder), extent)), installed: [] }),
    findFiles: (folder, ...options) => filesToCheck(tree(folder), ...options),
  };
}

function listed(uris: Iterable<string>, folder: string): { name: string; kind: "file" | "folder" }[] {
  const entries = new Map<string, "file" | "folder">();
  for (const uri of uris) {
    if (!uri.startsWith(`${folder}/`)) continue;
    const [name = "", ...below] = uri.slice(folder.length + 1).split("/");
    entries.set(name, below.length > 0 ? "folder" : "file");
  }
  return [...entries].map(([name, kind]) => ({ name, kind }));
}
