/** When diagnostics are pushed: at once, and then no more often than a person can follow. */

import { beforeEach, expect, test } from "vitest";
import type { Connection, Diagnostic, PublishDiagnosticsParams, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { pushDiagnostics } from "../../server/src/lsp/diagnostics.ts";
import type { Runtime } from "../../server/src/lsp/runtime.ts";

const uri = "file:///requirements.txt";
let document: TextDocument;
let pushed: (number | undefined)[];
/** How many diagnostics were pushed, each time. */
let counts: number[];
let diagnose: () => Promise<Diagnostic[]>;
let refresh: () => void;
let timers: Set<() => void>;
let change: () => void;
let close: () => void;

beforeEach(() => {
  document = TextDocument.create(uri, "pip-requirements", 0, "");
  pushed = [];
  counts = [];
  diagnose = async () => [];
  timers = new Set();
  const listeners: Record<string, (event: { document: TextDocument }) => void> = {};
  const delivery = pushDiagnostics(
    {
      async sendDiagnostics({ version, diagnostics }: PublishDiagnosticsParams) {
        pushed.push(version);
        counts.push(diagnostics.length);
      },
    } as unknown as Connection,
    {
      get: () => document,
      all: () => [document],
      onDidChangeContent: (listener: () => void) => Object.assign(listeners, { change: listener }),
      onDidClose: (listener: () => void) => Object.assign(listeners, { close: listener }),
    } as unknown as TextDocuments<TextDocument>,
    () => diagnose(),
    {
      schedule(work) {
        timers.add(work);
        return () => timers.delete(work);
      },
    } as Partial<Runtime> as Runtime,
    true,
  );
  refresh = () => delivery.refresh();
  change = () => {
    TextDocument.update(document, [], document.version + 1);
    listeners.change?.({ document });
  };
  close = () => listeners.close?.({ document });
});

async function passPause(): Promise<void> {
  const due = [...timers];
  timers.clear();
  for (const work of due) work();
  await settle();
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test("a first change is answered at once, those in the pause behind it together", async () => {
  change();
  await settle();
  expect(pushed).toEqual([1]);
  change();
  change();
  await settle();
  expect(pushed).toEqual([1]);
  await passPause();
  expect(pushed).toEqual([1, 3]);
});

test("a pause without a change ends it", async () => {
  change();
  await passPause();
  await passPause();
  expect(pushed).toEqual([1]);
  expect(timers).toEqual(new Set());
  change();
  await settle();
  expect(pushed).toEqual([1, 2]);
});

test("a document that is closed has no diagnostics any more", async () => {
  change();
  change();
  close();
  await passPause();
  expect(pushed).toEqual([undefined]);
});

test("what was judged before a refresh and takes longer is not sent after it", async () => {
  let finish: (diagnostics: Diagnostic[]) => void = () => {};
  diagnose = () =>
    new Promise((resolve) => {
      finish = resolve;
    });
  change();
  await passPause();
  const finishFirst = finish;
  diagnose = async () => [];
  refresh();
  await settle();
  finishFirst([{ range: { start: document.positionAt(0), end: document.positionAt(0) }, message: "stale" }]);
  await settle();
  expect(counts).toEqual([0]);
});
