/** The language server: wiring between a connection, a host's runtime and the core. */

import {
  CodeActionKind,
  type Connection,
  type Diagnostic,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  MessageType,
  type ServerCapabilities,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { languageOf } from "../core/languages.ts";
import { message } from "../core/messages.ts";
import { readerFor } from "../core/readers/index.ts";
import { answer } from "./answer.ts";
import { makeChecks } from "./checks.ts";
import { makeCodeActions, trustPlaces } from "./codeActions.ts";
import { type DiagnosticsDelivery, pullDiagnostics, pushDiagnostics } from "./diagnostics.ts";
import {
  diagnosticOptions,
  diagnosticRegistration,
  type FileDiagnostics,
  pullFileDiagnostics,
  pushFileDiagnostics,
} from "./fileDiagnostics.ts";
import { makeFolders } from "./folders.ts";
import { hoverAt } from "./hover.ts";
import { say, speak } from "./language.ts";
import { loadKnowledge } from "./loadKnowledge.ts";
import { followNotebooks, notebookSync } from "./notebooks.ts";
import { type InitializationOptions, type SettingsParams, settingsNotification } from "./protocol.ts";
import { answerRequests } from "./requests.ts";
import { isReviewDocument } from "./reviewDocuments.ts";
import type { Runtime } from "./runtime.ts";
import { makeScan } from "./scan.ts";
import { defaultSettings, fetchConfiguration, makeSettings, reportProblem } from "./settings.ts";
import { makeTeller } from "./tellChanged.ts";
import { everywhereFixOf, toDiagnostics } from "./toProto.ts";
import { watchCode, watchFiles } from "./watchedFiles.ts";

/** Serves one client over the connection until it closes. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  const folders = makeFolders(runtime);
  const loading = loadKnowledge(runtime);
  let settings = readSettings(defaultSettings);
  const notebooks = followNotebooks(connection, documents, readOtherwise);
  const checks = makeChecks(loading, folders, notebooks, () => settings);
  const tellChanged = makeTeller(connection, runtime, () => initialization.changedNotification === true);
  const scan = makeScan(runtime, folders, checks, (uri, diagnostics) => {
    ofFiles?.set(uri, diagnostics);
    tellChanged();
  });
  let delivery: DiagnosticsDelivery | undefined;
  let ofFiles: FileDiagnostics | undefined;
  let initialization: InitializationOptions = {};
  let canWatch = false;
  let scanStarted: Promise<void> | undefined;

  connection.onInitialize(async (params) => {
    const { capabilities } = params;
    initialization = (params.initializationOptions ?? {}) as InitializationOptions;
    if (params.locale !== undefined) await speakLanguage(params.locale);
    folders.change(foldersOf(params), []);
    if (initialization.settings) settings = readSettings(initialization.settings);
    const pulls = capabilities.textDocument?.diagnostic !== undefined;
    delivery = pulls
      ? pullDiagnostics(
          connection,
          documents,
          diagnose,
          capabilities.workspace?.diagnostics?.refreshSupport === true,
        )
      : pushDiagnostics(connection, documents, diagnose, runtime);
    ofFiles = capabilities.textDocument?.diagnostic?.dynamicRegistration
      ? pullFileDiagnostics(connection, documents)
      : pushFileDiagnostics(connection, documents);
    connection.onInitialized(() => void answer(connection, undefined, () => afterInitialize(params)));
    return { capabilities: serverCapabilities(pulls), serverInfo: { name: "namesake" } };
  });

  async function afterInitialize({ capabilities }: InitializeParams): Promise<void> {
    const loaded = await loading;
    // Without data there are no findings; here, once, is where the person learns why.
    if (!loaded.knowledge) await showError(say(loaded.problem));
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        folders.change(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        recheck();
      });
    }
    canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    if (canWatch) await watchFiles(connection);
    if (initialization.settings === undefined && capabilities.workspace?.configuration) {
      connection.onDidChangeConfiguration(() => void answer(connection, undefined, fetchSettings));
      await fetchSettings();
    }
  }

  async function speakLanguage(locale: string): Promise<void> {
    const language = languageOf(locale);
    const translations =
      initialization.translations ?? (language && (await runtime.readTranslations?.(language)));
    speak(language, translations ?? null);
  }

  function showError(sentence: string): Promise<void> {
    return connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message: sentence,
    });
  }

  connection.onDidChangeWatchedFiles(({ changes }) => {
    // What stands in a module is nobody's business but its own; what else changed can matter to every file.
    const isText = ({ uri, type }: FileEvent) =>
      type === FileChangeType.Changed && isCode(folders.pathOf(uri));
    if (changes.every(isText)) {
      scan.update(changes.map(({ uri }) => uri));
      return;
    }
    folders.forget();
    settings.forget();
    recheck();
  });

  connection.onNotification(settingsNotification, (params: SettingsParams) => {
    settings = readSettings(params);
    recheck();
  });

  answerRequests(connection, {
    documents,
    folders,
    loading,
    checks,
    scan,
    runtime,
    settings: () => settings,
    startScan() {
      scanStarted ??= startScan();
      return scanStarted;
    },
  });

  connection.onCodeAction((params) =>
    answer(connection, [], async () => {
      const document = documents.get(params.textDocument.uri);
      const checked = document && (await checks.check(document));
      if (!checked) return [];
      return makeCodeActions(params, toDiagnostics(document, checked), {
        isEditable: !isReviewDocument(document.uri, folders.all),
        places: initialization.trustCommand ? trustPlaces(checked.folder, folders.all, settings) : [],
        everywhere: (diagnostic) => everywhereFixOf(diagnostic, document, checked),
        canReport: initialization.falseAlarmCommand === true,
      });
    }),
  );

  connection.onHover(({ textDocument, position }) =>
    answer(connection, null, async () => {
      const document = documents.get(textDocument.uri);
      const checked = document && (await checks.check(document));
      return checked ? hoverAt(document, checked, position) : null;
    }),
  );

  documents.onDidChangeContent(tellChanged);
  documents.onDidClose(({ document }) => {
    tellChanged();
    checks.forget(document);
    // From now on the file's own text counts, where it has one.
    scan.update([document.uri]);
  });
  documents.listen(connection);
  connection.listen();

  async function startScan(): Promise<void> {
    await ofFiles?.start();
    if (canWatch) await watchCode(connection);
  }

  async function diagnose(document: TextDocument): Promise<Diagnostic[]> {
    const checked = await checks.check(document);
    if (checked?.reading.skipped) {
      connection.console.info(say(message("note.too-large", { path: checked.reading.path })));
    }
    return checked ? toDiagnostics(document, checked) : [];
  }

  /** A notebook was opened or closed: its file is read by cells or as a text from now on. */
  function readOtherwise(uri: string): void {
    scan.update([uri]);
    const text = documents.get(uri);
    if (!text) return;
    checks.forget(text);
    delivery?.refresh();
  }

  function recheck(): void {
    checks.forget();
    delivery?.refresh();
    scan.updateAll();
    tellChanged();
  }

  async function fetchSettings(): Promise<void> {
    settings = readSettings(await fetchConfiguration(connection));
    recheck();
  }

  function readSettings(params: SettingsParams) {
    return makeSettings(params, runtime, (problem) => reportProblem(connection, problem));
  }
}

function serverCapabilities(pulls: boolean): ServerCapabilities {
  return {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    notebookDocumentSync: notebookSync,
    hoverProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(pulls ? { diagnosticProvider: { id: diagnosticRegistration, ...diagnosticOptions(false) } } : {}),
  };
}

function isCode(path: string): boolean {
  return readerFor(path)?.role === "code";
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
