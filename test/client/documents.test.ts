import { beforeEach, expect, test, vi } from "vitest";
import { documentSelector, whenDocumentsAppear } from "../../client/src/documents.ts";
import { reviewSchemes } from "../../server/src/lsp/protocol.ts";
import { Document, events, reset, state, Uri } from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

beforeEach(reset);

const python = (uri = Uri.file("/code/main.py")) => new Document(uri, "", "python");
const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

test("calls back once, whatever else appears", async () => {
  const appeared = vi.fn();
  state.found = ["requirements.txt"];
  whenDocumentsAppear(appeared);
  events.opened.fire(python());
  events.opened.fire(python());
  await nextTurn();
  expect(appeared).toHaveBeenCalledOnce();
});

test("does not call back once it is disposed of", async () => {
  const appeared = vi.fn();
  state.found = ["requirements.txt"];
  whenDocumentsAppear(appeared).dispose();
  events.opened.fire(python());
  await nextTurn();
  expect(appeared).not.toHaveBeenCalled();
});

test("selects files, new documents, what lies in the workspace, what reviewers read, and cells", () => {
  state.folders = [{ name: "app", uri: new Uri("memfs", "/app") }];
  const schemes = new Set(documentSelector().map(({ scheme }) => scheme));
  expect([...schemes]).toEqual(["file", "untitled", "memfs", ...reviewSchemes, "vscode-notebook-cell"]);
});

test("selects cells by language alone, since their paths are the notebook's", () => {
  const filters = documentSelector().filter(({ scheme }) => scheme === "vscode-notebook-cell");
  expect(filters.map(({ scheme, ...filter }) => filter)).toEqual([
    { language: "python" },
    { language: "shellscript" },
  ]);
});

test("selects by language, and by name what an editor takes for plain text", () => {
  const filters = documentSelector().map(({ language, pattern }) => language ?? pattern);
  expect(filters).toEqual(expect.arrayContaining(["python", "pip-requirements", "**/*.py", "**/*.in"]));
});
