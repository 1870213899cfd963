/**
 * Diagnostics of files that are not open, on their way to the client once a scan asks for them: pulled by one request
 * that stays open where the client can, else pushed. Open documents are none of its business.
 */

import {
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type TextDocuments,
  UnregistrationRequest,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { fileKey } from "./fileUris.ts";
import { diagnosticOptions, diagnosticRegistration } from "./initialize.ts";

export interface FileDiagnostics {
  /** From now on the client is told. Called once. */
  start(): Promise<void>;
  set(uri: string, diagnostics: readonly Diagnostic[]): void;
}

interface KnownFile {
  readonly uri: string;
  /** Another one whenever the diagnostics are others. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Replaces the registration of `initialize` by one that covers files too: two side by side would show a finding twice. */
export function pullFileDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
): FileDiagnostics {
  const files = new Map<string, KnownFile>();
  /** The client forgot what it was told of them, since it asked for their documents meanwhile. */
  const closed = new Set<string>();
  const waiting = new Set<() => void>();
  /** What each request that is open was told, by the files' keys. */
  const told = new Set<Map<string, string>>();
  let isStarted = false;
  let lastId = 0;

  function reportsSince(known: Map<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const news = [...files.entries()].filter(([key, { resultId }]) => known.get(key) !== resultId);
    return news.map(([key, { uri, resultId, diagnostics }]) => {
      known.set(key, resultId);
      const items = [...diagnostics];
      return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items };
    });
  }

  /** Files go and documents close by the thousand: what has no findings is forgotten once everybody was told. */
  function forgetSettled(reports: readonly WorkspaceDocumentDiagnosticReport[]): void {
    for (const key of reports.map(({ uri }) => fileKey(uri))) {
      const file = files.get(key);
      if (!file || file.diagnostics.length > 0) continue;
      if (![...told].every((known) => known.get(key) === file.resultId)) continue;
      files.delete(key);
      for (const known of told) known.delete(key);
    }
  }

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _, partial) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [fileKey(uri), value]));
    told.add(known);
    try {
      let goOn = (): void => {};
      token.onCancellationRequested(() => goOn());
      while (!token.isCancellationRequested) {
        const items = reportsSince(known);
        forgetSettled(items);
        if (items.length > 0 && !partial) return { items };
        if (items.length > 0) partial?.report({ items });
        await new Promise<void>((resolve) => {
          goOn = resolve;
          waiting.add(resolve);
        });
        waiting.delete(goOn);
      }
      return { items: [] };
    } finally {
      told.delete(known);
    }
  });
  documents.onDidClose(({ document }) => {
    if (isStarted) closed.add(fileKey(document.uri));
  });

  return {
    start() {
      isStarted = true;
      return register(connection);
    },
    set(uri, diagnostics) {
      const key = fileKey(uri);
      const before = files.get(key);
      const same = JSON.stringify(before?.diagnostics ?? []) === JSON.stringify(diagnostics);
      const forgotten = closed.delete(key);
      if (same && !forgotten) return;
      files.set(key, { uri, resultId: String(++lastId), diagnostics });
      for (const resolve of waiting) resolve();
    },
  };
}

async function register(connection: Connection): Promise<void> {
  const { method } = DocumentDiagnosticRequest;
  await connection.sendRequest(UnregistrationRequest.type, {
    // The protocol's own spelling.
    unregisterations: [{ id: diagnosticRegistration, method }],
  });
  await connection.client.register(DocumentDiagnosticRequest.type, diagnosticOptions(true));
}

/** While a document is open its own diagnostics count, so that those of its file are taken back. */
export function pushFileDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
): FileDiagnostics {
  const files = new Map<string, { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }>();
  const open = new Set<string>();
  const send = (uri: string, diagnostics: readonly Diagnostic[]): void =>
    void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });

  documents.onDidOpen(({ document }) => {
    const key = fileKey(document.uri);
    open.add(key);
    const file = files.get(key);
    if (file) send(file.uri, []);
  });
  documents.onDidClose(({ document }) => {
    const key = fileKey(document.uri);
    open.delete(key);
    const file = files.get(key);
    if (file) send(file.uri, file.diagnostics);
  });

  return {
    async start() {},
    set(uri, diagnostics) {
      const key = fileKey(uri);
      const before = files.get(key)?.diagnostics ?? [];
      if (diagnostics.length > 0) files.set(key, { uri, diagnostics });
      else files.delete(key);
      const same = JSON.stringify(before) === JSON.stringify(diagnostics);
      if (!same && !open.has(key)) send(uri, diagnostics);
    },
  };
}
