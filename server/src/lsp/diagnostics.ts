/** Diagnostics on their way to the client: pulled where the client can, pushed where it cannot, never both. */

import {
  type Connection,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { answer } from "./answer.ts";
import type { Runtime } from "./runtime.ts";

export interface DiagnosticsDelivery {
  /** Everything may have changed: the client must get fresh diagnostics for every open document. */
  refresh(): void;
}

type Diagnose = (document: TextDocument) => Promise<Diagnostic[]>;

export function pullDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  diagnose: Diagnose,
  canRefresh: boolean,
): DiagnosticsDelivery {
  type Report = DocumentDiagnosticReport | ResponseError<DiagnosticServerCancellationData>;
  connection.languages.diagnostics.on(({ textDocument }, token) =>
    answer<Report>(connection, { kind: DocumentDiagnosticReportKind.Full, items: [] }, async () => {
      // Taken back while it waited for its turn, as at the next key. What is under way is finished: others ask for it too.
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "");
      const document = documents.get(textDocument.uri);
      return { kind: DocumentDiagnosticReportKind.Full, items: document ? await diagnose(document) : [] };
    }),
  );
  return {
    refresh() {
      if (!canRefresh || documents.all().length === 0) return;
      void answer(connection, undefined, () => connection.languages.diagnostics.refresh());
    },
  };
}

/**
 * Typing comes in bursts: the first key is answered at once, the others together, since a squiggle that flickers at
 * every key helps nobody. In milliseconds.
 */
const pause = 100;

export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  diagnose: Diagnose,
  runtime: Runtime,
  sendsVersion: boolean,
): DiagnosticsDelivery {
  /** Documents that were pushed a moment ago, and whether they changed since. */
  const pausing = new Map<string, { again: boolean; readonly end: () => void }>();
  /** The newest judgement of each document that is under way. */
  const newest = new Map<string, Promise<Diagnostic[]>>();

  function push(document: TextDocument): void {
    const { uri } = document;
    const paused = pausing.get(uri);
    if (paused) {
      paused.again = true;
      return;
    }
    const end = runtime.schedule(() => {
      const again = pausing.get(uri)?.again;
      pausing.delete(uri);
      if (again) push(document);
    }, pause);
    pausing.set(uri, { again: false, end });
    void answer(connection, undefined, () => send(document));
  }

  async function send(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    const judging = diagnose(document);
    newest.set(uri, judging);
    const diagnostics = await judging;
    // Closed, edited or judged anew meanwhile, as by other settings: the later event sends what is true then.
    if (newest.get(uri) !== judging) return;
    newest.delete(uri);
    if (document.version !== version) return;
    await connection.sendDiagnostics({ uri, ...(sendsVersion && { version }), diagnostics });
  }

  documents.onDidChangeContent(({ document }) => push(document));
  documents.onDidClose(({ document }) => {
    pausing.get(document.uri)?.end();
    pausing.delete(document.uri);
    newest.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return {
    refresh() {
      for (const document of documents.all()) push(document);
    },
  };
}
