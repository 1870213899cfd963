import { beforeEach, expect, test, vi } from "vitest";
import { listFolderRequest, readFileRequest } from "../../server/src/lsp/protocol.ts";
import { activate, client, clients } from "./activated.ts";
import { state } from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

beforeEach(async () => {
  activate();
  await client.api.start();
});

function ask(method: string, uri: string): Promise<unknown> {
  return clients[0]!.requestHandlers.get(method)!({ uri });
}

test("a folder is listed without links, which may lead anywhere", async () => {
  state.files.set("/code/main.py", { text: "" });
  state.files.set("/code/app/models.py", { text: "" });
  state.files.set("/code/latest.py", { text: "", isLink: true });
  expect(await ask(listFolderRequest, "memfs:///code")).toEqual([
    { name: "main.py", kind: "file" },
    { name: "app", kind: "folder" },
  ]);
});

test("a folder that is not there is an error", async () => {
  await expect(ask(listFolderRequest, "memfs:///nowhere")).rejects.toThrow("FileNotFound");
});

test("a file is read as it is saved", async () => {
  state.files.set("/code/namesake.json", { text: '{ "reason": "größer" }' });
  expect(await ask(readFileRequest, "memfs:///code/namesake.json")).toBe('{ "reason": "größer" }');
});

test("a file that is not there has no text", async () => {
  expect(await ask(readFileRequest, "memfs:///code/namesake.json")).toBeNull();
});
