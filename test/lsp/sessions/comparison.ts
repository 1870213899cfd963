/** Compares what the client of a random session has with what is true: of open documents, and of files that are not. */

import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { type Review, reviewRequest } from "../../../server/src/lsp/protocol.ts";
import { reviewPackages } from "../../../server/src/lsp/review.ts";
import { isReviewDocument } from "../../../server/src/lsp/reviewDocuments.ts";
import type { FileSummary } from "../../../server/src/lsp/summaries.ts";
import { type Fresh, judgeAfresh } from "./fresh.ts";
import { answered, type Model, patience, type Session } from "./session.ts";

type Shown = Readonly<Record<string, readonly Diagnostic[]>>;

export async function expectFreshDiagnostics(model: Model, session: Session): Promise<void> {
  const { editor, work } = session;
  work.steps += 1;
  const fresh = await judgeAfresh(model);
  const expected = diagnosticsOf(fresh.documents);
  const uris = [...model.documents.keys()];
  if (model.mode.delivery !== "pushed") {
    const pulled = await Promise.all(uris.map((uri) => answered(session, editor.diagnostics(uri))));
    expect(Object.fromEntries(uris.map((uri, place) => [uri, pulled[place]]))).toEqual(expected);
  } else {
    await expectSoon(() => Object.fromEntries(uris.map((uri) => [uri, editor.pushedFor(uri)])), expected);
  }
  if (model.scanned) await expectFreshFiles(fresh, model, session);
  expect(editor.failures).toEqual([]);
}

/** What the editor shows of them without their documents, and what a person reviews of them beside those. */
async function expectFreshFiles(fresh: Fresh, model: Model, session: Session): Promise<void> {
  const expected = diagnosticsOf(fresh.files);
  await expectSoon(() => shownOfFiles(model, session), withFindings(expected));
  const { connection } = session.editor;
  const reviewed = [...fresh.documents]
    .filter(([uri]) => !isReviewDocument(uri, model.folders))
    .flatMap(([, summary]) => summary ?? []);
  await expectSoon(() => answered(session, connection.sendRequest<Review>(reviewRequest)), {
    scanned: true,
    packages: asSent(reviewPackages([...reviewed, ...fresh.files.values()])),
  });
}

/** Those with findings. While a document is open the client that asks for files goes by what it has of the document. */
function shownOfFiles({ mode, documents }: Model, { editor, pulledFiles }: Session): Shown {
  const uris = pulledFiles ? [...pulledFiles.keys()] : editor.pushed();
  const ofFiles = uris.filter((uri) => !documents.has(uri) || mode.delivery === "pulled");
  return withFindings(
    Object.fromEntries(
      ofFiles.map((uri) => [uri, pulledFiles ? pulledFiles.get(uri)!.items : editor.pushedFor(uri)!]),
    ),
  );
}

function withFindings(shown: Shown): Shown {
  return Object.fromEntries(Object.entries(shown).filter(([, diagnostics]) => diagnostics.length > 0));
}

/** What the server tells by itself, or looks up by itself, needs a moment. */
async function expectSoon(look: () => unknown, expected: unknown): Promise<void> {
  const end = performance.now() + patience;
  let seen = await look();
  while (!isDeepStrictEqual(seen, expected) && performance.now() < end) {
    await setTimeout(1);
    seen = await look();
  }
  expect(seen).toEqual(expected);
}

function diagnosticsOf(summaries: ReadonlyMap<string, FileSummary | null>): Shown {
  return Object.fromEntries(
    [...summaries].map(([uri, summary]) => [uri, asSent(summary?.diagnostics ?? [])]),
  );
}

/** What is undefined is not sent. */
function asSent<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
