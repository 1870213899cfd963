/** Scan Workspace as an editor sees it: findings in files that are not open, kept up to date. */

import { afterEach, describe, expect, test } from "vitest";
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FullDocumentDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver-protocol/node";
import {
  type Review,
  reviewRequest,
  type ScanResult,
  type Status,
  scanRequest,
  settingsNotification,
  statusRequest,
} from "../../server/src/lsp/protocol.ts";
import { diskTree } from "../../server/src/node/disk.ts";
import { filesToCheck } from "../../server/src/project/filesToCheck.ts";
import type { FileTree } from "../../server/src/project/fileTree.ts";
import { readFolder } from "../../server/src/project/folderContents.ts";
import { type Editor, type EditorOptions, settingsWith, startEditor } from "../support/editor.ts";
import { followFiles } from "../support/fileDiagnostics.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const requirements = "file:///project/requirements.txt";
const python = "file:///project/app/main.py";

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

const texts = (): Record<string, string> => ({
  [requirements]: "flask\nreqeusts==2.32.3\n",
  [python]: "import reqeusts\nimport os\n",
  "file:///project/clean.py": "import os\n",
  "file:///elsewhere/requirements.txt": "reqeusts\n",
});

async function start(options: EditorOptions): Promise<Editor> {
  editor = await startEditor(options);
  return editor;
}

const scan = (client: Editor): Promise<ScanResult> => client.connection.sendRequest(scanRequest);

async function change(client: Editor, uri: string, type: FileChangeType): Promise<void> {
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri, type }],
  });
}

test("says how much it looked at", async () => {
  const client = await start({ files: texts() });
  expect(await scan(client)).toEqual({ files: 3, findings: 2, unreadable: 0, cancelled: false });
});

test("looks at what manifests take in, whatever it is called and wherever it lies", async () => {
  const files = temporaryFolder({
    "requirements.txt": "-r base.lst\n-r .deps/more.txt\n-r environment.yml\n",
    "base.lst": "reqeusts\n",
    ".deps/more.txt": "reqeusts\n",
    "environment.yml": "reqeusts\n",
    "other.lst": "reqeusts\n",
  });
  const disk = diskTree(files);
  const client = await start({
    pull: false,
    runtime: {
      findFiles: (_, ...options) => filesToCheck(disk, ...options),
      readFolder: async (_, extent) => ({ ...(await readFolder(disk, extent)), installed: [] }),
      readFile: (uri) => disk.read(uri.slice("file:///project/".length)),
    },
  });
  expect(await scan(client)).toMatchObject({ files: 4, findings: 3 });
  const base = "file:///project/base.lst";
  await expect.poll(() => client.pushedFor(base)?.length).toBe(1);
  // While it is open, too, where the editor sends it.
  await client.open(base, "plaintext", "flask\nnumpyy\n");
  await expect.poll(() => client.pushedFor(base)?.[0]?.range.start.line).toBe(1);
  await client.open("file:///project/other.lst", "plaintext", "numpyy\n");
  expect(client.pushedFor("file:///project/other.lst")).toBeNull();
});

describe("what cannot be read", () => {
  const denied = Object.assign(new Error("EACCES: permission denied, scandir 'x'"), { code: "EACCES" });
  const scanTree = (tree: Partial<FileTree>, policy: Record<string, unknown> = {}): Promise<Editor> => {
    const disk: FileTree = {
      list: async (folder) =>
        folder === ""
          ? [
              { name: "closed", kind: "folder" },
              { name: "requirements.txt", kind: "file" },
            ]
          : [],
      read: async () => "reqeusts\n",
      ...tree,
    };
    return start({
      options: { settings: settingsWith(policy) },
      runtime: {
        findFiles: (_, ...options) => filesToCheck(disk, ...options),
        readFile: async (uri) => (uri === requirements ? disk.read(uri) : null),
      },
    });
  };
  const closed: Partial<FileTree> = {
    async list(folder) {
      if (folder === "closed") throw denied;
      return [
        { name: "closed", kind: "folder" },
        { name: "requirements.txt", kind: "file" },
      ];
    },
  };
  const inLog = (path: string): string =>
    `${path} could not be read: permission denied. Names in it were not checked.`;

  test("is counted and named in the log: a folder", async () => {
    const client = await scanTree(closed);
    expect(await scan(client)).toEqual({ files: 1, findings: 1, unreadable: 1, cancelled: false });
    expect(client.logged).toEqual([inLog("closed")]);
  });

  test("is counted and named in the log: a file", async () => {
    const read = async (): Promise<string> => {
      throw denied;
    };
    const client = await scanTree({ read });
    expect(await scan(client)).toEqual({ files: 0, findings: 0, unreadable: 1, cancelled: false });
    expect(client.logged).toEqual([inLog("requirements.txt")]);
  });

  test("is counted and named in the log: the folder of the workspace itself", async () => {
    const list = async (): Promise<never> => {
      throw denied;
    };
    const client = await scanTree({ list });
    expect(await scan(client)).toMatchObject({ files: 0, unreadable: 1 });
    expect(client.logged).toEqual([inLog("file:///project/")]);
  });

  test("is nobody's business where the policy leaves it out", async () => {
    const client = await scanTree(closed, { exclude: ["closed/**"] });
    expect(await scan(client)).toMatchObject({ files: 1, unreadable: 0 });
    expect(client.logged).toEqual([]);
  });

  test("is another matter than what is gone when its turn comes", async () => {
    const client = await scanTree({ read: async () => null });
    expect(await scan(client)).toEqual({ files: 0, findings: 0, unreadable: 0, cancelled: false });
    expect(client.logged).toEqual([]);
  });
});

describe("for a client that pulls", () => {
  const codes = (report?: FullDocumentDiagnosticReport) => report?.items.map(({ code }) => code);

  test("replaces the registration of the beginning by one that covers files", async () => {
    const client = await start({ dynamicRegistration: true, files: texts() });
    const { diagnosticProvider } = client.initialized.capabilities;
    expect(diagnosticProvider).toMatchObject({ workspaceDiagnostics: false, id: expect.any(String) });
    expect([...client.registered.values()]).not.toContainEqual(
      expect.objectContaining({ workspaceDiagnostics: true }),
    );
    await scan(client);
    await scan(client);
    const own = [...client.registered.values()].filter((each) => "workspaceDiagnostics" in (each as object));
    expect(own).toEqual([expect.objectContaining({ workspaceDiagnostics: true, identifier: "namesake" })]);
  });

  test("reports files with findings, then what changes, in one request", async () => {
    const files = texts();
    const client = await start({ dynamicRegistration: true, files });
    await scan(client);
    const reports = followFiles(client.connection);
    await expect.poll(() => [...reports.keys()].sort()).toEqual([python, requirements]);
    expect(codes(reports.get(requirements))).toEqual(["typosquat"]);
    expect(codes(reports.get(python))).toEqual(["typosquat"]);
    const before = reports.get(python)?.resultId;

    files[python] = "import requests\n";
    await change(client, python, FileChangeType.Changed);
    await expect.poll(() => codes(reports.get(python))).toEqual([]);
    expect(reports.get(python)?.resultId).not.toBe(before);

    files["file:///project/late.py"] = "import skleran\n";
    await change(client, "file:///project/late.py", FileChangeType.Created);
    await expect.poll(() => codes(reports.get("file:///project/late.py"))).toEqual(["typosquat"]);
    delete files["file:///project/late.py"];
    await change(client, "file:///project/late.py", FileChangeType.Deleted);
    await expect.poll(() => codes(reports.get("file:///project/late.py"))).toEqual([]);

    const settings = settingsWith({ enable: false });
    await client.connection.sendNotification(settingsNotification, settings);
    await expect.poll(() => codes(reports.get(requirements))).toEqual([]);
  });

  test("does not repeat what the client knows, nor mention a file that the scan did not find", async () => {
    const files = texts();
    const client = await start({ dynamicRegistration: true, files });
    await scan(client);
    const first = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
    });
    const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
    let answered = false;
    const second = client.connection
      .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: known })
      .then((report) => {
        answered = true;
        return report;
      });
    await change(client, "file:///project/ignored/build.py", FileChangeType.Changed);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answered).toBe(false);
    files[requirements] = "requests\n";
    await change(client, requirements, FileChangeType.Changed);
    expect((await second).items).toMatchObject([{ uri: requirements, items: [] }]);
  });

  test("tells again of a file whose document was closed, since the client forgot it", async () => {
    const client = await start({ dynamicRegistration: true, files: texts() });
    await scan(client);
    const reports = followFiles(client.connection);
    await expect.poll(() => codes(reports.get(python))).toEqual(["typosquat"]);
    const before = reports.get(python)?.resultId;
    await client.open(python, "python", "import requests\n");
    await client.close(python);
    await expect.poll(() => reports.get(python)?.resultId).not.toBe(before);
    expect(codes(reports.get(python))).toEqual(["typosquat"]);
  });
});

describe("for a client that is pushed to", () => {
  test("sends findings of files, and takes them back while their document is open", async () => {
    const client = await start({ pull: false, files: texts() });
    await scan(client);
    await expect.poll(() => client.pushedFor(python)?.length).toBe(1);
    expect(client.pushedFor("file:///project/clean.py")).toBeNull();
    await client.open(python, "python", "import requests\n");
    await expect.poll(() => client.pushedFor(python)).toEqual([]);
    await client.close(python);
    await expect.poll(() => client.pushedFor(python)?.length).toBe(1);
  });

  test("is also how files reach a client that pulls but registers nothing later", async () => {
    const client = await start({ files: texts() });
    await scan(client);
    await expect.poll(() => client.pushedFor(python)?.length).toBe(1);
    await client.open(python, "python", "import reqeusts\n");
    await expect.poll(() => client.pushedFor(python)).toEqual([]);
    expect(await client.diagnostics(python)).toHaveLength(1);
  });
});

describe("the review", () => {
  const review = (client: Editor): Promise<Review> => client.connection.sendRequest(reviewRequest);

  test("groups the places of open documents and scanned files by package, the worst first", async () => {
    const client = await start({ files: { ...texts(), "file:///project/more.txt": "" } });
    expect(await review(client)).toEqual({ scanned: false, packages: [] });
    await client.open(requirements, "pip-requirements", "Reqeusts\npycryptoenv\nzzz-made-up-zzz\njson\n");
    expect((await review(client)).packages.map(({ name }) => name)).toEqual([
      "pycryptoenv",
      "json",
      "Reqeusts",
      "zzz-made-up-zzz",
    ]);
    await scan(client);
    const { scanned, packages } = await review(client);
    expect(scanned).toBe(true);
    const [places] = packages.filter(({ places }) => places.length > 1).map((each) => each.places);
    // Of the requirements what the editor shows, not what lies on the disk.
    expect(places).toMatchObject([
      { uri: python, name: "reqeusts", code: "typosquat", fix: { title: "Replace with 'requests'" } },
      { uri: requirements, name: "Reqeusts", severity: "warning" },
    ]);
    expect(packages.find(({ name }) => name === "zzz-made-up-zzz")?.places[0]?.fix).toBeNull();
  });
});

describe("the status", () => {
  const status = (client: Editor, uri: string | null): Promise<Status> =>
    client.connection.sendRequest(statusRequest, { uri });

  test("tells findings, dates and how old they are", async () => {
    const client = await start({ files: texts() });
    await client.open(requirements, "pip-requirements", "reqeusts\n");
    const { dates, ageInDays, oldData, ...others } = await status(client, requirements);
    expect(others).toEqual({ problem: null, findings: 1, scannedFiles: null });
    expect(dates?.known).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(ageInDays).toBeGreaterThanOrEqual(0);
    expect(oldData !== null).toBe((ageInDays ?? 0) > 90);
    await scan(client);
    expect(await status(client, null)).toMatchObject({ findings: null, scannedFiles: 3 });
  });

  test("tells that a document is not checked, and why nothing can be", async () => {
    const off = await start({ options: { settings: settingsWith({ exclude: ["**/*.txt"] }) } });
    await off.open(requirements, "pip-requirements", "reqeusts\n");
    expect(await status(off, requirements)).toMatchObject({ findings: null });
    await off.stop();
    const broken = await start({ loadPack: async () => new Uint8Array([1]) });
    expect(await status(broken, null)).toMatchObject({
      problem: expect.stringContaining("Reinstall"),
      dates: null,
    });
  });
});
