/** What can happen in a random session, one step each: to the editor's documents, to the disk, to settings. */

import fc from "fast-check";
import {
  CodeActionRequest,
  DidChangeConfigurationNotification,
  DidChangeNotebookDocumentNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  HoverRequest,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-protocol";
import { CancellationTokenSource } from "vscode-languageserver-protocol/node";
import {
  type EditPolicyResult,
  editPolicyRequest,
  effectivePolicyRequest,
  falseAlarmRequest,
  reviewRequest,
  type ScanResult,
  scanRequest,
  settingsNotification,
  statusRequest,
  trustedPackagesRequest,
} from "../../../server/src/lsp/protocol.ts";
import { settingsWith } from "../../support/editor.ts";
import { expectFreshDiagnostics } from "./comparison.ts";
import { answered, editorSettings, type Model, otherFolder, project, type Session } from "./session.ts";
import { anyChanges, anyText, applyChanges } from "./texts.ts";

/** Changes the model and tells the server. */
type Step<Argument> = (argument: Argument, model: Model, session: Session) => Promise<void>;

const places = [
  `${project}/requirements.txt`,
  `${project}/app/main.py`,
  `${project}/pyproject.toml`,
  `${project}/README.md`,
  `${project}/uv.lock`,
  `${project}/base.txt`,
  `${project}/nb.ipynb`,
  `${project}/reqeusts.py`,
  `${project}/sp%20ace/requirements-%C3%A9.txt`,
  `${otherFolder}/requirements.txt`,
  `${otherFolder}/reqeusts/__init__.py`,
  "file:///elsewhere/requirements.txt",
  "untitled:Untitled-1",
  `git:/project/requirements.txt?ref=main`,
];
const policyPlaces = [
  `${project}/namesake.json`,
  `${project}/.vscode/settings.json`,
  `${otherFolder}/namesake.json`,
  `${project}/pyproject.toml`,
];
const languageIds = ["pip-requirements", "python", "toml", "markdown", "plaintext"];
const notebooks = [`${project}/nb.ipynb`, "untitled:Untitled-2.ipynb"];

const anyPlace = fc.constantFrom(...places);
/** Files that somebody wrote right, so that there is something to find in them. */
const anyProjectFile = fc.constantFrom<[uri: string, text: string]>(
  [`${project}/requirements.txt`, "reqeusts\nflask\n-r base.txt\n"],
  [`${project}/base.txt`, "numpyy==1.0\n"],
  [`${project}/app/main.py`, "import reqeusts\nimport skleran\n"],
  [`${project}/pyproject.toml`, '[project]\ndependencies = ["beautifulsop4"]\n'],
  [`${project}/uv.lock`, '[[package]]\nname = "reqeusts"\nversion = "1.0"\n'],
  [`${project}/nb.ipynb`, '{ "cells": [{ "cell_type": "code", "source": ["import skleran"] }] }'],
  [`${project}/sp%20ace/requirements-%C3%A9.txt`, "numpyy\n"],
  [`${otherFolder}/requirements.txt`, "reqeusts\n"],
);
const anyLanguage = fc.constantFrom(...languageIds);
/** One of those that are open, by its place among them. */
const anyIndex = fc.nat(1_000);

const anySettings = fc.constantFrom<Readonly<Record<string, unknown>>>(
  {},
  { trustedPackages: { reqeusts: {} } },
  { trustedPackages: { "re*": { reason: "ours" }, numpyy: "broken" }, "trust.requireReason": true },
  { severity: { typosquat: "error", "unknown-package": "off" }, maxProblems: 1 },
  { blockedPackages: { flask: { reason: "use quart" } } },
  { enable: false },
  { exclude: ["app/**"], privatePackages: { "acme-*": {} } },
  { severity: 7, maxProblems: "many", include: {}, nonsense: null },
);

const anyPolicyText = fc.constantFrom(
  "",
  "{",
  "[]",
  '{ "trustedPackages": { "reqeusts": {} } }',
  '{ "namesake.trustedPackages": { "numpyy": { "reason": "ours" } } }',
  '{ // a comment\n "blockedPackages": { "flask": {} }, }',
  '[tool.namesake]\nenable = false\n[project]\ndependencies = ["acme-core"]\n',
  "\0\u0001\ufeff{}",
);

const open: Step<readonly [uri: string, languageId: string, text: string]> = async (
  [uri, languageId, text],
  model,
  { editor },
) => {
  if (model.documents.has(uri)) return;
  model.documents.set(uri, { languageId, version: 1, text });
  await editor.open(uri, languageId, text);
};

/** As it stands on disk. */
const openFile: Step<readonly [index: number, languageId: string]> = async (
  [index, languageId],
  model,
  session,
) => {
  const [uri, text] = pick([...model.files], index) ?? [];
  if (uri !== undefined && text !== undefined) await open([uri, languageId, text], model, session);
};

/** Several notifications, and none waits for an answer to the one before. */
const edit: Step<readonly [index: number, changes: TextDocumentContentChangeEvent[][]]> = async (
  [index, notifications],
  model,
  session,
) => {
  const uri = pick([...model.documents.keys()], index);
  if (!uri) return;
  for (const changes of notifications) await change(uri, changes, model, session);
};

async function change(
  uri: string,
  changes: TextDocumentContentChangeEvent[],
  { documents, notebooks }: Model,
  { editor, work }: Session,
): Promise<void> {
  const before = documents.get(uri)!;
  const version = before.version + 1;
  documents.set(uri, { ...before, version, text: applyChanges(before.text, changes) });
  work.edits += 1;
  const document = { uri, version };
  const notebook = [...notebooks].find(([, cells]) => cells.includes(uri))?.[0];
  if (notebook === undefined) {
    await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: document,
      contentChanges: changes,
    });
  } else {
    await editor.connection.sendNotification(DidChangeNotebookDocumentNotification.type, {
      notebookDocument: { uri: notebook, version },
      change: { cells: { textContent: [{ document, changes }] } },
    });
  }
}

const close: Step<number> = async (index, model, session) => {
  const uri = pick(ordinary(model), index);
  if (uri) await closeDocument(uri, model, session);
};

/** A client that pulls of files forgets with the document what it was told of the file. */
async function closeDocument(uri: string, model: Model, { editor, pulledFiles }: Session): Promise<void> {
  model.documents.delete(uri);
  pulledFiles?.delete(uri);
  await editor.close(uri);
}

/** As editors do it: the old document closes, the new one opens, and the files come and go. */
const rename: Step<readonly [index: number, to: string]> = async ([index, to], model, session) => {
  const uri = pick(ordinary(model), index);
  if (!uri || model.documents.has(to)) return;
  const { languageId, text } = model.documents.get(uri)!;
  const saved = model.files.get(uri);
  await closeDocument(uri, model, session);
  await open([to, languageId, text], model, session);
  if (saved === undefined) return;
  model.files.delete(uri);
  model.files.set(to, saved);
  await tellFiles([uri, FileChangeType.Deleted], [to, FileChangeType.Created])(session);
};

/** The text on disk is the editor's from now on. */
const save: Step<number> = async (index, model, session) => {
  const uri = pick(ordinary(model), index);
  if (!uri) return;
  await write([uri, model.documents.get(uri)!.text], model, session);
  await session.editor.connection.sendNotification(DidSaveTextDocumentNotification.type, {
    textDocument: { uri },
  });
};

const write: Step<readonly [uri: string, text: string | null]> = async ([uri, text], model, session) => {
  const wasThere = model.files.has(uri);
  if (text === null) model.files.delete(uri);
  else model.files.set(uri, text);
  if (text === null && !wasThere) return;
  const type = text === null ? FileChangeType.Deleted : FileChangeType.Changed;
  await tellFiles([uri, wasThere ? type : FileChangeType.Created])(session);
};

const tellFiles =
  (...files: [uri: string, type: FileChangeType][]) =>
  ({ editor }: Session) =>
    editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: files.map(([uri, type]) => ({ uri, type })),
    });

const set: Step<readonly [values: Readonly<Record<string, unknown>>, isTrusted: boolean]> = async (
  [values, workspaceTrusted],
  model,
  { editor },
) => {
  if (model.mode.ownClient) {
    model.settings = { ...settingsWith(values), workspaceTrusted };
    await editor.connection.sendNotification(settingsNotification, model.settings);
    return;
  }
  model.settings = editorSettings(values);
  const settings = { namesake: values };
  await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
};

/** Trusts a name in `namesake.json`, or takes that back, by the edits that the server works out. */
const trust: Step<readonly [name: string, isTrusted: boolean]> = async (
  [name, isTrusted],
  model,
  session,
) => {
  const uri = `${project}/namesake.json`;
  const text = model.files.get(uri) ?? "";
  const change = isTrusted
    ? ({ kind: "trust", name, details: {} } as const)
    : ({ kind: "untrust", name } as const);
  const result = await answered(
    session,
    session.editor.connection.sendRequest<EditPolicyResult>(editPolicyRequest, {
      text,
      file: "namesake-json",
      changes: [change],
    }),
  );
  if (!result || !("edits" in result)) return;
  const after = result.edits.reduceRight(
    (rest, { span, newText }) => rest.slice(0, span.start) + newText + rest.slice(span.end),
    text,
  );
  await write([uri, after], model, session);
};

const changeFolders: Step<boolean> = async (isOpen, model, { editor }) => {
  if (model.folders.includes(otherFolder) === isOpen) return;
  model.folders = isOpen ? [project, otherFolder] : [project];
  const changed = [{ uri: otherFolder, name: "other" }];
  await editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: isOpen ? { added: changed, removed: [] } : { added: [], removed: changed },
  });
};

/** Asks everything at once about a document, edits it before the answers come, and takes some of the questions back. */
const ask: Step<
  readonly [index: number, cancelled: number, changes: TextDocumentContentChangeEvent[]]
> = async ([index, cancelled, changes], model, session) => {
  const uri = pick([...model.documents.keys()], index);
  const { connection } = session.editor;
  const textDocument = { uri: uri ?? `${project}/not-open.txt` };
  const position = { line: index % 5, character: index % 11 };
  const context = { diagnostics: [] };
  const questions: readonly (readonly [method: string, parameters: unknown])[] = [
    [HoverRequest.method, { textDocument, position }],
    [CodeActionRequest.method, { textDocument, range: { start: position, end: position }, context }],
    ...(model.mode.delivery !== "pushed"
      ? [[DocumentDiagnosticRequest.method, { textDocument }] as const]
      : []),
    [statusRequest, { uri: textDocument.uri }],
    [reviewRequest, null],
    [trustedPackagesRequest, null],
    [effectivePolicyRequest, { folder: project }],
    [falseAlarmRequest, { uri: textDocument.uri, position }],
  ];
  const answers = questions.map(([method, parameters], place) => {
    const source = new CancellationTokenSource();
    const answer = connection.sendRequest(method, parameters, source.token);
    if (((cancelled >> place) & 1) === 0) return answered(session, answer);
    source.cancel();
    session.work.cancelled += 1;
    return answered(session, answer.catch(expectCancelled));
  });
  if (uri) await change(uri, changes, model, session);
  await Promise.all(answers);
};

const scan: Step<boolean> = async (isCancelled, model, session) => {
  const source = new CancellationTokenSource();
  const answer = session.editor.connection.sendRequest<ScanResult>(scanRequest, null, source.token);
  if (isCancelled) {
    source.cancel();
    session.work.cancelled += 1;
  }
  const result = await answered(session, answer.catch(expectCancelled));
  if (result?.cancelled === false) model.scanned = true;
};

function expectCancelled(error: unknown): null {
  const { code } = error as { code?: unknown };
  // `RequestCancelled` of the protocol.
  if (code === -32_800) return null;
  throw error;
}

const openNotebook: Step<readonly [index: number, cells: readonly string[]]> = async (
  [index, texts],
  model,
  { editor },
) => {
  const uri = pick(notebooks, index)!;
  if (model.notebooks.has(uri)) return;
  const cells = texts.map((text, place) => ({ uri: cellUri(uri, place), text }));
  model.notebooks.set(
    uri,
    cells.map((cell) => cell.uri),
  );
  for (const { uri, text } of cells) model.documents.set(uri, { languageId: "python", version: 1, text });
  await editor.openNotebook(uri, cells);
};

/** Other cells, and those that stay in another order. */
const setCells: Step<readonly [index: number, cells: readonly number[], text: string]> = async (
  [index, wanted, text],
  model,
  { editor },
) => {
  const uri = pick([...model.notebooks.keys()], index);
  if (!uri) return;
  const before = model.notebooks.get(uri)!;
  const cells = [...new Set(wanted)].map((place) => cellUri(uri, place));
  for (const cell of before) if (!cells.includes(cell)) model.documents.delete(cell);
  const added = cells.filter((cell) => !before.includes(cell));
  for (const cell of added) model.documents.set(cell, { languageId: "python", version: 1, text });
  model.notebooks.set(uri, cells);
  await editor.setCells(
    uri,
    cells.map((cell) => ({ uri: cell, ...(added.includes(cell) && { text }) })),
  );
};

const closeNotebook: Step<number> = async (index, model, { editor }) => {
  const uri = pick([...model.notebooks.keys()], index);
  if (!uri) return;
  for (const cell of model.notebooks.get(uri)!) model.documents.delete(cell);
  model.notebooks.delete(uri);
  await editor.closeNotebook(uri);
};

/** As when a search and replace opens hundreds of files, and all of them close again. */
const openMany: Step<readonly [count: number, text: string]> = async ([count, text], model, session) => {
  const uris = Array.from({ length: count }, (_, place) => `${project}/many/${place}/requirements.txt`);
  await Promise.all(uris.map((uri) => open([uri, "pip-requirements", text], model, session)));
  await expectFreshDiagnostics(model, session);
  await Promise.all(uris.map((uri) => closeDocument(uri, model, session)));
};

/** What stands on the disk when the session begins. */
export const anyDisk = fc.array(fc.oneof(anyProjectFile, fc.tuple(anyPlace, anyText)), {
  maxLength: 12,
  size: "max",
});

/** @returns arbitrary steps, often those that are worth most */
export function anySteps(maxSteps: number) {
  const edits = command(
    "edit",
    edit,
    fc.tuple(anyIndex, fc.array(anyChanges, { minLength: 1, maxLength: 4 })),
  );
  const opens = command("open", open, fc.tuple(anyPlace, anyLanguage, anyText));
  const anyFile = fc.oneof(
    anyProjectFile,
    fc.tuple(anyPlace, fc.option(anyText)),
    fc.tuple(fc.constantFrom(...policyPlaces), fc.option(anyPolicyText)),
  );
  return fc.commands(
    [
      ...Array.from({ length: 12 }, () => edits),
      ...Array.from({ length: 3 }, () => opens),
      ...Array.from({ length: 2 }, () => [
        command("open file", openFile, fc.tuple(anyIndex, anyLanguage)),
        command("save", save, anyIndex),
        command("close", close, anyIndex),
        command("write", write, anyFile),
        command("scan", scan, fc.boolean()),
      ]).flat(),
      command("rename", rename, fc.tuple(anyIndex, anyPlace)),
      command("set", set, fc.tuple(anySettings, fc.boolean())),
      command(
        "trust",
        trust,
        fc.tuple(fc.constantFrom("reqeusts", "Numpyy", "acme-core", "no name"), fc.boolean()),
      ),
      command("change folders", changeFolders, fc.boolean()),
      command("ask", ask, fc.tuple(anyIndex, fc.nat(255), anyChanges)),
      command("open notebook", openNotebook, fc.tuple(anyIndex, fc.array(anyText, { maxLength: 4 }))),
      command("set cells", setCells, fc.tuple(anyIndex, fc.array(fc.nat(6), { maxLength: 5 }), anyText)),
      command("close notebook", closeNotebook, anyIndex),
      ...(maxSteps > 0
        ? [command("open many", openMany, fc.tuple(fc.integer({ min: 100, max: 300 }), anyText))]
        : []),
    ],
    { maxCommands: maxSteps, size: "max" },
  );
}

function command<Argument>(
  name: string,
  step: Step<Argument>,
  argument: fc.Arbitrary<Argument>,
): fc.Arbitrary<fc.AsyncCommand<Model, Session>> {
  return argument.map((value) => ({
    check: () => true,
    async run(model, session) {
      await step(value, model, session);
      await expectFreshDiagnostics(model, session);
    },
    toString: () => `${name} ${JSON.stringify(value)}`,
  }));
}

/** Documents that are no cells. */
function ordinary({ documents, notebooks }: Model): string[] {
  const cells = new Set([...notebooks.values()].flat());
  return [...documents.keys()].filter((uri) => !cells.has(uri));
}

function cellUri(notebook: string, place: number): string {
  return `vscode-notebook-cell:${notebook.slice(notebook.indexOf(":") + 1).replace(/^\/\//, "")}#cell${place}`;
}

function pick<Item>(items: readonly Item[], index: number): Item | undefined {
  return items.length === 0 ? undefined : items[index % items.length];
}
