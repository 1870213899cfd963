/** Diagnostics on their way to the client: pulled where the client can, pushed where it cannot, never both. */

import {
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
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
  connection.languages.diagnostics.on(({ textDocument }) =>
    answer(connection, { kind: DocumentDiagnosticReportKind.Full, items: [] }, async () => {
      const document = documents.get(textDocument.uri);
      return { kind: DocumentDiagnosticReportKind.Full, items: document ? await diagnose(document) : [] };
    }),
  );
  return {
    refresh() {
      if (canRefresh) void answer(connection, undefined, () => connection.languages.diagnostics.refresh());
    },
  };
}

/** Typing comes in bursts; a check is cheap, but a squiggle that flickers at every key is not. */
const pushDelay = 100;

export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  diagnose: Diagnose,
  runtime: Runtime,
): DiagnosticsDelivery {
  const waiting = new Map<string, () => void>();

  function push(document: TextDocument): void {
    waiting.get(document.uri)?.();
    const cancel = runtime.schedule(() => {
      waiting.delete(document.uri);
      void answer(connection, undefined, async () => {
        const { version } = document;
        const diagnostics = await diagnose(document);
        // Closed or edited meanwhile: the later event sends what is true then.
        if (documents.get(document.uri)?.version !== version) return;
        await connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
      });
    }, pushDelay);
    waiting.set(document.uri, cancel);
  }

  documents.onDidChangeContent(({ document }) => push(document));
  documents.onDidClose(({ document }) => {
    waiting.get(document.uri)?.();
    waiting.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return {
    refresh() {
      for (const document of documents.all()) push(document);
    },
  };
}
