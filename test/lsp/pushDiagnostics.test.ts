/** When diagnostics are pushed: at once, and then no more often than a person can follow. */

import { beforeEach, expect, test } from "vitest";
import type { Connection, PublishDiagnosticsParams, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { pushDiagnostics } from "../../server/src/lsp/diagnostics.ts";
import type { Runtime } from "../../server/src/lsp/runtime.ts";

const uri = "file:///requirements.txt";
let document: TextDocument;
let pushed: (number | undefined)[];
let timers: Set<() => void>;
let change: () => void;
let close: () => void;

beforeEach(() => {
  document = TextDocument.create(uri, "pip-requirements", 0, "");
  pushed = [];
  timers = new Set();
  const listeners: Record<string, (event: { document: TextDocument }) => void> = {};
  pushDiagnostics(
    {
      sendDiagnostics: async ({ version }: PublishDiagnosticsParams) => void pushed.push(version),
    } as unknown as Connection,
    {
      get: () => document,
      onDidChangeContent: (listener: () => void) => Object.assign(listeners, { change: listener }),
      onDidClose: (listener: () => void) => Object.assign(listeners, { close: listener }),
    } as unknown as TextDocuments<TextDocument>,
    async () => [],
    {
      schedule(work) {
        timers.add(work);
        return () => timers.delete(work);
      },
    } as Partial<Runtime> as Runtime,
    true,
  );
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
