/** An editor for protocol tests: a client that talks to the real server over streams in memory. */

import { PassThrough } from "node:stream";
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  MessageType,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  UnregistrationRequest,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { InitializationOptions, SettingsParams } from "../../server/src/lsp/protocol.ts";
import { type Disk, startMemoryServer } from "./memoryRuntime.ts";
import { makeNotebookEditor, type NotebookEditor } from "./notebookEditor.ts";

export interface EditorOptions extends Disk {
  /** True: the client pulls diagnostics; false: it waits for them to be pushed. */
  readonly pull?: boolean;
  readonly dataSupport?: boolean;
  /** Whether the client lets the server register for diagnostics later. */
  readonly dynamicRegistration?: boolean;
  readonly options?: InitializationOptions;
  readonly folders?: readonly string[];
  /** The language of the editor; most do not tell it. */
  readonly locale?: string;
}

export interface Editor extends NotebookEditor {
  readonly initialized: InitializeResult;
  readonly connection: ProtocolConnection;
  /** Sentences that the server asked the client to show. */
  readonly shown: readonly string[];
  readonly logged: readonly string[];
  /** Those of {@link logged} that tell of a handler that failed. */
  readonly failures: readonly string[];
  /** How many times the server asked for fresh diagnostics. */
  readonly refreshes: () => number;
  /** The documents for which diagnostics were pushed, pulled or not. */
  readonly pushed: () => readonly string[];
  /** The last that was pushed for a file, or null. */
  readonly pushedFor: (uri: string) => readonly Diagnostic[] | null;
  /** What the server has registered for, by id; what it offered at first is in {@link initialized}. */
  readonly registered: ReadonlyMap<string, unknown>;
  open(uri: string, languageId: string, text: string): Promise<void>;
  /** Replaces the first occurrence of a text, as an incremental edit. */
  replace(uri: string, before: string, after: string): Promise<void>;
  close(uri: string): Promise<void>;
  textOf(uri: string): string;
  /** Pulled, or the last that were pushed for the newest version. */
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  /** The code actions at the first diagnostic whose text is the name. */
  actions(uri: string, name: string): Promise<readonly CodeAction[]>;
  /** The code actions at the diagnostics that begin where the range does. */
  actionsAt(uri: string, range: Range): Promise<readonly CodeAction[]>;
  /** Applies an action's edits to the open documents. */
  apply(action: CodeAction): Promise<void>;
  hover(uri: string, name: string): Promise<Hover | null>;
  hoverAt(uri: string, position: Position): Promise<Hover | null>;
  stop(): Promise<void>;
}

export const settingsWith = (values: Readonly<Record<string, unknown>>): SettingsParams => ({
  workspaceTrusted: true,
  layers: [{ origin: { scope: "workspace", file: ".vscode/settings.json" }, folder: null, values }],
  workspaceFile: ".vscode/settings.json",
  interpreters: [],
});

export async function startEditor({
  pull = true,
  dataSupport = true,
  dynamicRegistration = false,
  options = {},
  folders = ["file:///project"],
  locale,
  ...disk
}: EditorOptions = {}): Promise<Editor> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startMemoryServer(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), disk);
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
    undefined,
  );
  const shown: string[] = [];
  const logged: string[] = [];
  const failures: string[] = [];
  const documents = new Map<string, TextDocument>();
  const pushed = new Map<string, { readonly version: number; readonly diagnostics: readonly Diagnostic[] }>();
  let refreshCount = 0;
  connection.onNotification(ShowMessageNotification.type, ({ message }) => void shown.push(message));
  connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
    logged.push(message);
    if (type === MessageType.Error) failures.push(message);
  });
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
    pushed.set(uri, { version: version ?? Number.POSITIVE_INFINITY, diagnostics });
  });
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshCount += 1;
  });
  const registered = new Map<string, unknown>();
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    for (const { id, registerOptions } of registrations) registered.set(id, registerOptions);
  });
  connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
    for (const { id } of unregisterations) registered.delete(id);
  });
  connection.listen();

  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    ...(locale !== undefined && { locale }),
    rootUri: null,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf("/") + 1) })),
    capabilities: {
      textDocument: {
        publishDiagnostics: {
          dataSupport,
          versionSupport: true,
          relatedInformation: true,
          codeDescriptionSupport: true,
        },
        hover: { contentFormat: ["markdown", "plaintext"] },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
        ...(pull ? { diagnostic: { dynamicRegistration } } : {}),
      },
      workspace: {
        workspaceFolders: true,
        workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
        ...(pull ? { diagnostics: { refreshSupport: true } } : {}),
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      notebookDocument: { synchronization: {} },
    },
    initializationOptions: options,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const notebooks = makeNotebookEditor(connection, documents);
  const document = (uri: string): TextDocument => {
    const found = documents.get(uri);
    if (!found) throw new Error(`${uri} is not open`);
    return found;
  };

  const editor: Editor = {
    ...notebooks.editor,
    initialized,
    connection,
    shown,
    logged,
    failures,
    refreshes: () => refreshCount,
    pushed: () => [...pushed.keys()],
    pushedFor: (uri) => pushed.get(uri)?.diagnostics ?? null,
    registered,
    async open(uri, languageId, text) {
      documents.set(uri, TextDocument.create(uri, languageId, 1, text));
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    async replace(uri, before, after) {
      const old = document(uri);
      const start = old.getText().indexOf(before);
      if (start < 0) throw new Error(`"${before}" does not stand in ${uri}`);
      const range = { start: old.positionAt(start), end: old.positionAt(start + before.length) };
      await change(uri, [{ range, newText: after }]);
    },
    async close(uri) {
      documents.delete(uri);
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    },
    textOf: (uri) => document(uri).getText(),
    async diagnostics(uri) {
      if (pull) {
        const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
          textDocument: { uri },
        });
        return report.kind === "full" ? report.items : [];
      }
      for (let tries = 0; tries < 500; tries += 1) {
        const last = pushed.get(uri);
        if (last && last.version >= (documents.get(uri)?.version ?? 0)) return last.diagnostics;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error(`no diagnostics were pushed for ${uri}`);
    },
    async actions(uri, name) {
      const found = (await editor.diagnostics(uri)).find(
        (each) => document(uri).getText(each.range) === name,
      );
      if (!found) throw new Error(`"${name}" has no diagnostic`);
      return actionsFor(uri, [found], found.range);
    },
    async actionsAt(uri, range) {
      const { line, character } = range.start;
      const found = (await editor.diagnostics(uri)).filter(
        ({ range: { start } }) => start.line === line && start.character === character,
      );
      return actionsFor(uri, found, range);
    },
    async apply({ edit }) {
      for (const [uri, edits] of Object.entries(edit?.changes ?? {})) await change(uri, edits);
    },
    async hover(uri, name) {
      return editor.hoverAt(uri, document(uri).positionAt(document(uri).getText().indexOf(name) + 1));
    },
    hoverAt: (uri, position) =>
      connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position }),
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      connection.dispose();
    },
  };
  return editor;

  async function actionsFor(
    uri: string,
    diagnostics: readonly Diagnostic[],
    range: Range,
  ): Promise<readonly CodeAction[]> {
    const sent = diagnostics.map(({ data, ...bare }) => (dataSupport ? { ...bare, data } : bare));
    const context = { diagnostics: sent };
    const actions = await connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    });
    return (actions ?? []) as CodeAction[];
  }

  async function change(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const old = document(uri);
    // From the end, so that an edit does not move the places of those before it.
    const contentChanges = edits
      .toSorted((a, b) => old.offsetAt(b.range.start) - old.offsetAt(a.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
    const version = old.version + 1;
    TextDocument.update(old, contentChanges, version);
    if (await notebooks.changeCell(uri, version, contentChanges)) return;
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }
}
