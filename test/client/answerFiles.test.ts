import { beforeEach, describe, expect, test, vi } from "vitest";
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

test("a folder that is not there holds nothing", async () => {
  expect(await ask(listFolderRequest, "memfs:///nowhere")).toBeNull();
});

test("a file is read as it is saved", async () => {
  state.files.set("/code/namesake.json", { text: '{ "reason": "größer" }' });
  expect(await ask(readFileRequest, "memfs:///code/namesake.json")).toBe('{ "reason": "größer" }');
});

test("a file that is not there has no text", async () => {
  expect(await ask(readFileRequest, "memfs:///code/namesake.json")).toBeNull();
});

test.each([
  { code: "NoPermissions", problem: "permission denied" },
  { code: "FileIsADirectory", problem: "this is a folder" },
  { code: "Unavailable", problem: expect.stringContaining("told at length") },
])("what cannot be read is none that is not there: $code", async ({ code, problem }) => {
  state.fileProblem = code;
  expect(await ask(listFolderRequest, "memfs:///code")).toEqual({ problem });
  expect(await ask(readFileRequest, "memfs:///code/namesake.json")).toEqual({ problem });
});

describe("a file is decoded as on a disk, by its byte order mark", () => {
  const text = "naïve\nreqeusts\n";
  const bytes = (encoding: BufferEncoding, mark: readonly number[]): Uint8Array =>
    Buffer.concat([Buffer.from(mark), Buffer.from(text, encoding)]);
  const bigEndian = bytes("utf16le", [0xff, 0xfe]).slice();
  Buffer.from(bigEndian.buffer).swap16();
  test.each([
    { encoding: "UTF-8", encoded: bytes("utf8", [0xef, 0xbb, 0xbf]) },
    { encoding: "UTF-16, little endian", encoded: bytes("utf16le", [0xff, 0xfe]) },
    { encoding: "UTF-16, big endian", encoded: bigEndian },
  ])("$encoding", async ({ encoded }) => {
    state.files.set("/code/requirements.txt", { text: "", bytes: encoded });
    expect(await ask(readFileRequest, "memfs:///code/requirements.txt")).toBe(text);
  });
});
