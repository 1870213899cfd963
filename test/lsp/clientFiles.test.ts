/** Files that only the client can reach, asked for over a real connection. */

import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { clientFiles } from "../../server/src/lsp/clientFiles.ts";
import { type FileParams, listFolderRequest, readFileRequest } from "../../server/src/lsp/protocol.ts";
import type { ProjectFiles } from "../../server/src/lsp/runtime.ts";

const root = "memfs://host/my%20app";

/** @param texts of the client's files, by URI; null for a client that does not know our requests */
function filesOf(texts: Readonly<Record<string, string>> | null): ProjectFiles {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  server.listen();
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  if (texts) {
    client.onRequest(readFileRequest, ({ uri }: FileParams) => texts[uri] ?? null);
    client.onRequest(listFolderRequest, ({ uri }: FileParams) => {
      const below = Object.keys(texts).flatMap((each) => (each.startsWith(`${uri}/`) ? [each] : []));
      if (below.length === 0) return null;
      const names = below.map((each) => decodeURIComponent(each.slice(uri.length + 1)).split("/"));
      const kinds = new Map(names.map(([name, ...rest]) => [name, rest.length > 0 ? "folder" : "file"]));
      return [...kinds].map(([name, kind]) => ({ name, kind }));
    });
  }
  client.listen();
  return clientFiles(server);
}

const everything = { depth: "all", withLocks: true } as const;

const project = {
  [`${root}/.gitignore`]: "build/\n",
  [`${root}/app/na%C3%AFve.py`]: "",
  [`${root}/build/generated.py`]: "",
  [`${root}/requirements.txt`]: "-r reqs/%231.txt\nflask\n",
  [`${root}/reqs/%231.txt`]: "django\n",
  [`${root}/reqs/%25231.txt`]: "numpy\n",
};

test("a folder is what the client lists, and what its manifests take in", async () => {
  const contents = await filesOf(project).readFolder(root, everything, null);
  expect(contents.paths).toEqual([
    ".gitignore",
    "requirements.txt",
    "app/naïve.py",
    "build/generated.py",
    "reqs/#1.txt",
    "reqs/%231.txt",
  ]);
  expect(contents.manifests).toEqual([
    { path: "requirements.txt", text: "-r reqs/%231.txt\nflask\n", isIncluded: false },
    { path: "reqs/%231.txt", text: "numpy\n", isIncluded: true },
  ]);
  expect(contents.installed).toEqual([]);
});

test("a folder outside every workspace is not looked into", async () => {
  const { paths } = await filesOf(project).readFolder(root, { depth: "neighbours", withLocks: true }, null);
  expect(paths).toEqual([".gitignore", "requirements.txt"]);
});

test("files to check are those that git is not told to ignore", async () => {
  const found: string[] = [];
  for await (const path of filesOf(project).findFiles(
    root,
    () => false,
    () => expect.unreachable(),
  ))
    found.push(path);
  expect(found).toEqual(["requirements.txt", "app/naïve.py"]);
});

test("a file has the text that the client reads, or none", async () => {
  const files = filesOf(project);
  expect(await files.readFile(`${root}/reqs/%231.txt`)).toBe("django\n");
  expect(await files.readFile(`${root}/namesake.json`)).toBeNull();
});

test("a folder that is not there is empty", async () => {
  expect((await filesOf(project).readFolder("memfs://host/nowhere", everything, null)).paths).toEqual([]);
});

test("a client that does not know the requests has no such files", async () => {
  const files = filesOf(null);
  expect(await files.readFolder(root, everything, null)).toEqual({ paths: [], manifests: [], installed: [] });
  expect(await files.readFile(`${root}/requirements.txt`)).toBeNull();
});
