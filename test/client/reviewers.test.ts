import { beforeEach, describe, expect, test, vi } from "vitest";
import { makeReviewDiagnostics } from "../../client/src/reviewers/reviewDiagnostics.ts";
import { fileBehind, isRead, isReviewDocument } from "../../client/src/reviewers/sides.ts";
import {
  DiagnosticSeverity,
  Document,
  events,
  reset,
  state,
  TabInputText,
  TabInputTextDiff,
  Uri,
} from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

const head = new Uri("git", "/code/app/requirements.txt");
const index = new Uri("review", "/code/app/requirements.txt");
const file = Uri.file("/code/app/requirements.txt");

beforeEach(() => {
  reset();
  state.folders = [{ name: "app", uri: Uri.file("/code/app") }];
});

const as = <Type>(value: unknown): Type => value as Type;

test.each([
  [head, true],
  [index, true],
  [file, false],
  [new Uri("untitled", "/Untitled-1"), false],
])("%s can only be read: %s", (uri, expected) => {
  expect(isReviewDocument(as(uri))).toBe(expected);
});

test("a workspace under such a scheme is edited like any other", () => {
  state.folders = [{ name: "remote", uri: new Uri("vscode-vfs", "/github/app") }];
  expect(isReviewDocument(as(new Uri("vscode-vfs", "/github/app/setup.py")))).toBe(false);
  expect(isReviewDocument(as(new Uri("vscode-vfs", "/github/other/setup.py")))).toBe(true);
});

test("the modified side of a comparison is read, and what stands alone in a tab", () => {
  state.tabs = [new TabInputTextDiff(head, index)];
  expect([head, index].map((uri) => isRead(as(uri)))).toEqual([false, true]);
  state.tabs.push(new TabInputText(head));
  expect(isRead(as(head))).toBe(true);
});

test("a state belongs to the file of the workspace with its path", () => {
  expect(fileBehind(as(head))?.toString()).toBe(file.toString());
  expect(fileBehind(as(new Uri("git", "/elsewhere/requirements.txt")))).toBeNull();
});

describe("diagnostics", () => {
  const found = () => ({ message: "odd", code: "typosquat", severity: DiagnosticSeverity.Warning });
  const ask = async (uri: Uri) => {
    const { middleware } = makeReviewDiagnostics(() => {});
    const next = async () => ({ kind: "full", items: [found()] });
    const report = await middleware.provideDiagnostics?.(as(uri), undefined, as({}), as(next));
    return as<{ items: { severity: number }[] }>(report).items.map(({ severity }) => severity);
  };

  test("are those of the server in a document that can be edited", async () => {
    expect(await ask(file)).toEqual([DiagnosticSeverity.Warning]);
  });

  test("are none on the original side", async () => {
    state.tabs = [new TabInputTextDiff(head, index)];
    expect(await ask(head)).toEqual([]);
    expect(await ask(index)).toEqual([DiagnosticSeverity.Warning]);
  });

  test("are hints where the same is listed for the file", async () => {
    state.tabs = [new TabInputText(head)];
    state.diagnostics.set(file.toString(), [{ message: "odd", code: "typosquat" }]);
    expect(await ask(head)).toEqual([DiagnosticSeverity.Hint]);
    state.diagnostics.set(file.toString(), [{ message: "other", code: "typosquat" }]);
    expect(await ask(head)).toEqual([DiagnosticSeverity.Warning]);
  });

  test("are asked for again when another side is read, and go with the tab", () => {
    const refresh = vi.fn();
    const made = makeReviewDiagnostics(refresh);
    const collection = as<{ set(uri: Uri, items: unknown[]): void } & Iterable<unknown>>(
      made.diagnosticCollectionProvider.create("namesake", as("pull")),
    );
    state.documents.set(index.path, new Document(index, "reqeusts"));
    state.tabs = [new TabInputTextDiff(head, index)];
    events.tabs.fire({});
    expect(refresh).toHaveBeenCalledTimes(1);
    collection.set(index, [found()]);
    collection.set(file, [found()]);
    events.diagnostics.fire({});
    expect(refresh).toHaveBeenCalledTimes(1);
    state.tabs = [];
    events.tabs.fire({});
    expect([...collection]).toEqual([[file, [found()]]]);
    made.dispose();
  });
});
