/** The findings in documents that are only read: on the modified side alone, and listed once. */

import {
  type Diagnostic,
  type DiagnosticCollection,
  DiagnosticSeverity,
  Disposable,
  languages,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { LanguageClientOptions, Middleware, vsdiag } from "vscode-languageclient";
import { fileBehind, isRead, isReviewDocument } from "./sides.ts";

export interface ReviewDiagnostics extends Disposable {
  /** To be given to the language client. */
  readonly middleware: Pick<Middleware, "provideDiagnostics">;
  readonly diagnosticCollectionProvider: NonNullable<LanguageClientOptions["diagnosticCollectionProvider"]>;
}

/** @param refresh makes the language client ask for the diagnostics of all documents again */
export function makeReviewDiagnostics(refresh: () => void): ReviewDiagnostics {
  const collections = new Set<DiagnosticCollection>();
  let lastRead = "";
  let lastListed = "";
  const watching = Disposable.from(
    window.tabGroups.onDidChangeTabs(follow),
    languages.onDidChangeDiagnostics(follow),
  );

  /** Tabs and findings change often; only what concerns a document that is read is worth asking again. */
  function follow(): void {
    const reviewed = workspace.textDocuments.map(({ uri }) => uri).filter(isReviewDocument);
    const read = reviewed.filter(isRead);
    for (const uri of shownIn(collections)) if (isReviewDocument(uri) && !isRead(uri)) forget(uri);
    const nowRead = read.join(" ");
    const nowListed = JSON.stringify(read.map((uri) => listedFor(uri)));
    if (nowRead === lastRead && nowListed === lastListed) return;
    lastRead = nowRead;
    lastListed = nowListed;
    refresh();
  }

  function forget(uri: Uri): void {
    for (const collection of collections) collection.delete(uri);
  }

  return {
    middleware: {
      async provideDiagnostics(document, previousResultId, token, next) {
        const uri = "uri" in document ? document.uri : document;
        if (!isReviewDocument(uri)) return next(document, previousResultId, token);
        if (!isRead(uri)) return { kind: fullReport, items: [] };
        const report = await next(document, previousResultId, token);
        if (report?.kind !== fullReport) return report;
        const listed = new Set(listedFor(uri));
        return {
          ...report,
          items: report.items.map((item) => (listed.has(keyOf(item)) ? unlisted(item) : item)),
        };
      },
    },
    diagnosticCollectionProvider: {
      create(name) {
        const collection = languages.createDiagnosticCollection(name);
        collections.add(collection);
        return collection;
      },
      dispose(collection) {
        collections.delete(collection);
        collection.dispose();
      },
    },
    dispose: () => watching.dispose(),
  };
}

/** The protocol library's word; importing it would take its code along. */
const fullReport = "full" as vsdiag.DocumentDiagnosticReportKind.full;

function shownIn(collections: ReadonlySet<DiagnosticCollection>): Uri[] {
  return [...collections].flatMap((collection) => [...collection].map(([uri]) => uri));
}

/** What is listed for the file itself already. */
function listedFor(uri: Uri): string[] {
  const file = fileBehind(uri);
  return file ? languages.getDiagnostics(file).map(keyOf) : [];
}

function keyOf({ message, code }: Diagnostic): string {
  return JSON.stringify([message, code]);
}

/** Hints are marked in the text and not listed among the problems. */
function unlisted(item: Diagnostic): Diagnostic {
  item.severity = DiagnosticSeverity.Hint;
  return item;
}
