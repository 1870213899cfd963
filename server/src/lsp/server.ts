/** The language server: wiring between a connection, a host's runtime and the core. */

import {
  type Connection,
  type Diagnostic,
  FileChangeType,
  type FileEvent,
  MessageType,
  ShowMessageNotification,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { message } from "../core/messages.ts";
import { type PolicyFile, policyFiles, sharedPolicyFiles } from "../core/policy/policyFiles.ts";
import { describeProblem, type PolicyProblem } from "../core/policy/problem.ts";
import { readerFor } from "../core/readers/index.ts";
import { answer } from "./answer.ts";
import { type Checked, makeChecks } from "./checks.ts";
import { fitDiagnostic } from "./clientFeatures.ts";
import { makeCodeActions, trustBySettings, trustPlaces } from "./codeActions.ts";
import { carryOutCommands, fitActions } from "./commands.ts";
import { pullDiagnostics, pushDiagnostics } from "./diagnostics.ts";
import { makeDocuments } from "./documents.ts";
import { followEditorSettings } from "./editorSettings.ts";
import { pullFileDiagnostics, pushFileDiagnostics } from "./fileDiagnostics.ts";
import { makeFolders } from "./folders.ts";
import { hoverAt } from "./hover.ts";
import type { Introduction } from "./introduction.ts";
import { say, speak } from "./language.ts";
import { loadKnowledge } from "./loadKnowledge.ts";
import { followNotebooks } from "./notebooks.ts";
import { type TrustFix, trustByPolicyFile } from "./policyFileTrust.ts";
import { type SettingsParams, settingsNotification } from "./protocol.ts";
import { answerRequests } from "./requests.ts";
import { isReviewDocument } from "./reviewDocuments.ts";
import type { Runtime } from "./runtime.ts";
import { makeScan } from "./scan.ts";
import { defaultSettings, makeSettings, type Settings } from "./settings.ts";
import { describeStatus } from "./status.ts";
import { makeTeller } from "./tellChanged.ts";
import { everywhereFixOf, toDiagnostics } from "./toProto.ts";
import { watchCode, watchFiles } from "./watchedFiles.ts";

/** Serves one client, which has its answer to `initialize`, until the connection closes. */
export function startServer(connection: Connection, runtime: Runtime, introduction: Introduction): void {
  const { features: client, options: initialization } = introduction;
  speak(introduction.language, introduction.translations);
  const documents = makeDocuments();
  const folders = makeFolders(introduction.folders, runtime);
  const loading = loadKnowledge(runtime);
  let settings = readSettings(initialization.settings ?? defaultSettings);
  const notebooks = followNotebooks(connection, documents, readOtherwise);
  const checks = makeChecks(loading, folders, notebooks, () => settings);
  const delivery = client.pullsDiagnostics
    ? pullDiagnostics(connection, documents, diagnose, client.refreshesDiagnostics)
    : pushDiagnostics(connection, documents, diagnose, runtime, client.diagnostics.version);
  const ofFiles = client.registersDiagnostics
    ? pullFileDiagnostics(connection, documents)
    : pushFileDiagnostics(connection, documents);
  const tellChanged = makeTeller(connection, runtime, initialization.changedNotification === true);
  const publish = (uri: string, diagnostics: readonly Diagnostic[]): void => {
    ofFiles.set(uri, diagnostics.map(fit));
    tellChanged();
  };
  const scan = makeScan(runtime, folders, checks, publish, (sentence) => connection.console.warn(sentence));
  let scanStarted: Promise<void> | undefined;

  async function prepare(): Promise<void> {
    for (const problem of introduction.problems) reportProblem(problem);
    const askForSettings = initialization.settings ? null : followSettings();
    const { problem, oldData } = describeStatus(await loading, null, null, runtime.now());
    // Without data there are no findings; here, once, is where the person learns why.
    if (problem) await show(MessageType.Error, problem);
    // Our own client asks for the status, and shows it.
    if (oldData && !initialization.settings) connection.console.warn(oldData);
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        folders.change(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        recheck();
      });
    }
    if (client.watchesFiles) await watchFiles(connection, filesOfPolicy());
    await askForSettings?.();
  }

  function followSettings(): () => Promise<void> {
    return followEditorSettings(connection, client, initialization.namesake, reportProblem, takeSettings);
  }

  function show(type: MessageType, sentence: string): Promise<void> {
    return connection.sendNotification(ShowMessageNotification.type, { type, message: sentence });
  }

  connection.onDidChangeWatchedFiles(({ changes }) => {
    // What stands in a module is nobody's business but its own; what else changed can matter to every file.
    const isText = ({ uri, type }: FileEvent) =>
      type === FileChangeType.Changed && isCode(folders.pathOf(uri));
    if (changes.every(isText)) {
      scan.update(changes.map(({ uri }) => uri));
      return;
    }
    readFilesAgain();
  });

  function readFilesAgain(): void {
    folders.forget();
    settings.forget();
    recheck();
  }

  connection.onNotification(settingsNotification, takeSettings);

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
      const actions = makeCodeActions(params, toDiagnostics(document, checked), {
        isEditable: !isReviewDocument(document.uri, folders.all),
        trust: await waysToTrust(checked),
        everywhere: (diagnostic) => everywhereFixOf(diagnostic, document, checked),
        canReport: initialization.falseAlarmCommand === true,
      });
      return fitActions(actions, client.actions);
    }),
  );

  async function waysToTrust({
    folder,
    context: { policy },
  }: Checked): Promise<(name: string) => TrustFix[]> {
    if (initialization.trustCommand) return trustBySettings(trustPlaces(folder, folders.all, settings));
    // Nobody could be asked for the reason, and an entry without one would not count.
    if (folder === null || policy["trust.requireReason"]) return () => [];
    return trustByPolicyFile(folder, documents, runtime, client.actions);
  }

  carryOutCommands(connection, folders, runtime, readFilesAgain);

  connection.onHover(({ textDocument, position }) =>
    answer(connection, null, async () => {
      const document = documents.get(textDocument.uri);
      const checked = document && (await checks.check(document));
      return checked ? hoverAt(document, checked, position, client.hover) : null;
    }),
  );

  documents.onDidChangeContent(tellChanged);
  documents.onDidSave(() => {
    // Nobody else will tell what changed on disk.
    if (!client.watchesFiles) readFilesAgain();
  });
  documents.onDidClose(({ document }) => {
    tellChanged();
    checks.forget(document);
    // From now on the file's own text counts, where it has one.
    scan.update([document.uri]);
  });
  documents.listen(connection);
  void answer(connection, undefined, prepare);

  async function startScan(): Promise<void> {
    await ofFiles.start();
    if (client.watchesFiles) await watchCode(connection);
  }

  async function diagnose(document: TextDocument): Promise<Diagnostic[]> {
    const checked = await checks.check(document);
    if (checked?.reading.skipped) {
      const { path, skipped } = checked.reading;
      const reason = say(message(`skipped.${skipped}`));
      connection.console.info(say(message("scan.cannot-be-read", { path, reason })));
    }
    return checked ? toDiagnostics(document, checked).map(fit) : [];
  }

  function fit(diagnostic: Diagnostic): Diagnostic {
    return fitDiagnostic(diagnostic, client.diagnostics);
  }

  /** A notebook was opened or closed: its file is read by cells or as a text from now on. */
  function readOtherwise(uri: string): void {
    scan.update([uri]);
    const text = documents.get(uri);
    if (!text) return;
    checks.forget(text);
    delivery.refresh();
  }

  function recheck(): void {
    checks.forget();
    delivery.refresh();
    scan.updateAll();
    tellChanged();
  }

  function takeSettings(params: SettingsParams): void {
    settings = readSettings(params);
    recheck();
  }

  function readSettings(params: SettingsParams): Settings {
    return makeSettings(params, filesOfPolicy(), runtime, reportProblem);
  }

  /** Our own client sends what stands in `.vscode` with its settings; another editor knows nothing of it. */
  function filesOfPolicy(): readonly PolicyFile[] {
    return initialization.settings ? sharedPolicyFiles : policyFiles;
  }

  /** A wrong value is ignored alone, and named: in the log, and where no editor marks it in the file also openly. */
  function reportProblem(problem: PolicyProblem): void {
    const sentence = say(describeProblem(problem));
    connection.console.warn(sentence);
    if (!initialization.settings || problem.kind === "unreadable") void show(MessageType.Warning, sentence);
  }
}

function isCode(path: string): boolean {
  return readerFor(path)?.role === "code";
}
