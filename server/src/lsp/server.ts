/** The language server: wiring between a connection, a host's runtime and the core. */

import {
  CodeActionKind,
  type Connection,
  type Diagnostic,
  type Hover,
  type InitializeParams,
  MarkupKind,
  MessageType,
  type Position,
  type ServerCapabilities,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { judgeReference } from "../core/check.ts";
import { message, renderMessage } from "../core/messages.ts";
import { editPolicy } from "../core/policy/editPolicy.ts";
import { answer } from "./answer.ts";
import { makeChecks } from "./checks.ts";
import { makeCodeActions, trustPlaces } from "./codeActions.ts";
import { type DiagnosticsDelivery, pullDiagnostics, pushDiagnostics } from "./diagnostics.ts";
import { makeFolders } from "./folders.ts";
import { hoverMarkdown } from "./hover.ts";
import { loadKnowledge } from "./loadKnowledge.ts";
import {
  type EditPolicyParams,
  type EditPolicyResult,
  editPolicyRequest,
  type InitializationOptions,
  type SettingsParams,
  settingsNotification,
} from "./protocol.ts";
import type { Runtime } from "./runtime.ts";
import { defaultSettings, fetchConfiguration, makeSettings, reportProblem } from "./settings.ts";
import { toDiagnostics, toRange } from "./toProto.ts";
import { watchFiles } from "./watchedFiles.ts";

/** Serves one client over the connection until it closes. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  const folders = makeFolders(runtime);
  const loading = loadKnowledge(runtime);
  let settings = readSettings(defaultSettings);
  const checks = makeChecks(loading, folders, () => settings);
  let delivery: DiagnosticsDelivery | undefined;
  let hasTrustCommand = false;

  connection.onInitialize((params) => {
    const { capabilities } = params;
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    folders.change(foldersOf(params), []);
    hasTrustCommand = options.trustCommand === true;
    if (options.settings) settings = readSettings(options.settings);
    const pulls = capabilities.textDocument?.diagnostic !== undefined;
    delivery = pulls
      ? pullDiagnostics(
          connection,
          documents,
          diagnose,
          capabilities.workspace?.diagnostics?.refreshSupport === true,
        )
      : pushDiagnostics(connection, documents, diagnose, runtime);
    connection.onInitialized(
      () => void answer(connection, undefined, () => afterInitialize(params, options)),
    );
    return { capabilities: serverCapabilities(pulls), serverInfo: { name: "namesake" } };
  });

  async function afterInitialize(
    { capabilities }: InitializeParams,
    options: InitializationOptions,
  ): Promise<void> {
    const loaded = await loading;
    // Without data there are no findings; here, once, is where the person learns why.
    if (!loaded.knowledge) await showError(renderMessage(loaded.problem));
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        folders.change(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        recheck();
      });
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) await watchFiles(connection);
    if (options.settings === undefined && capabilities.workspace?.configuration) {
      connection.onDidChangeConfiguration(() => void answer(connection, undefined, fetchSettings));
      await fetchSettings();
    }
  }

  function showError(sentence: string): Promise<void> {
    return connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message: sentence,
    });
  }

  connection.onDidChangeWatchedFiles(() => {
    folders.forget();
    recheck();
  });

  connection.onNotification(settingsNotification, (params: SettingsParams) => {
    settings = readSettings(params);
    recheck();
  });

  connection.onRequest<EditPolicyResult, void>(editPolicyRequest, editPolicyText);

  connection.onCodeAction((params) =>
    answer(connection, [], async () => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return [];
      const places = hasTrustCommand
        ? trustPlaces(folders.folderOf(document.uri), folders.all, settings)
        : [];
      return makeCodeActions(params, await diagnose(document), places);
    }),
  );

  connection.onHover(({ textDocument, position }) =>
    answer(connection, null, async () => {
      const document = documents.get(textDocument.uri);
      return document ? hoverAt(document, position) : null;
    }),
  );

  documents.onDidClose(({ document }) => checks.forget(document));
  documents.listen(connection);
  connection.listen();

  async function diagnose(document: TextDocument): Promise<Diagnostic[]> {
    const checked = await checks.check(document);
    return checked ? toDiagnostics(document, checked) : [];
  }

  async function hoverAt(document: TextDocument, position: Position): Promise<Hover | null> {
    const checked = await checks.check(document);
    if (!checked) return null;
    const offset = document.offsetAt(position);
    const reference = checked.reading.references.find(
      ({ span }) => span.start <= offset && offset <= span.end,
    );
    if (!reference) return null;
    const { context } = checked;
    const isShown = checked.findings.some((finding) => finding.reference === reference);
    const value = hoverMarkdown(reference, judgeReference(reference, context), context.knowledge, isShown);
    return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(document, reference.span) };
  }

  function recheck(): void {
    checks.forget();
    delivery?.refresh();
  }

  async function fetchSettings(): Promise<void> {
    settings = readSettings(await fetchConfiguration(connection));
    recheck();
  }

  function readSettings(params: SettingsParams) {
    const today = runtime.now().toISOString().slice(0, 10);
    return makeSettings(params, today, (problem) => reportProblem(connection, problem));
  }
}

function editPolicyText({ text, file, change }: EditPolicyParams): EditPolicyResult {
  const edits = editPolicy(text, file, change);
  return Array.isArray(edits) ? { edits } : { problem: renderMessage(message("policy.unreadable")) };
}

function serverCapabilities(pulls: boolean): ServerCapabilities {
  return {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    hoverProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(pulls
      ? {
          diagnosticProvider: {
            identifier: "namesake",
            // What a project's files declare decides whether an import elsewhere is explained.
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
