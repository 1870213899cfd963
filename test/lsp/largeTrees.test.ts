/** A person who starts a scan of a tree that is larger than their patience, and takes it back after a second. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { CancellationTokenSource, type Connection } from "vscode-languageserver/node";
import { type ScanResult, scanRequest } from "../../server/src/lsp/protocol.ts";
import type { Runtime } from "../../server/src/lsp/runtime.ts";
import { makeNodeRuntime } from "../../server/src/node/runtime.ts";
import { filesToCheck } from "../../server/src/project/filesToCheck.ts";
import type { FileTree, FileTreeEntry } from "../../server/src/project/fileTree.ts";
import { startEditor } from "../support/editor.ts";
import { inFigures, tellFigures } from "../support/figures.ts";
import { packBytes } from "../support/knowledge.ts";
import { memoryRuntime } from "../support/memoryRuntime.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const folders = 2_000;
const filesOfAFolder = 100;

/** Milliseconds from the cancellation to the answer: at once, for a person, on a machine that does other things too. */
const limit = 1_000;

/** Of 200,000 modules; texts are made as far as somebody looks. A disk takes its time, and lets other work go on meanwhile. */
const wideTree: FileTree = {
  async list(folder) {
    await setImmediate();
    return folder === ""
      ? Array.from({ length: folders }, (_, place) => ({ name: `package${place}`, kind: "folder" }))
      : filesNamed("py");
  },
  async read() {
    await setImmediate();
    return "import reqeusts\n";
  },
};

/** Of pictures, and without an end. */
const deepTree: FileTree = {
  async list() {
    await setTimeout(5);
    return [...filesNamed("png"), { name: "deeper", kind: "folder" }];
  },
  read: async () => null,
};

function filesNamed(ending: string): FileTreeEntry[] {
  return Array.from({ length: filesOfAFolder }, (_, place) => ({
    name: `file${place}.${ending}`,
    kind: "file",
  }));
}

test.each([
  { what: "of 200,000 modules ends while they are checked", tree: wideTree },
  { what: "of a tree without an end ends while the files are looked for", tree: deepTree },
])("a scan $what", async ({ tree }) => {
  await cancelAfterASecond("file:///project", {
    ...memoryRuntime({}),
    findFiles: (_, ...options) => filesToCheck(tree, ...options),
    readFile: (uri) => tree.read(uri),
  });
});

test("the same on this disk, at night", async (context) => {
  if (!process.env.NAMESAKE_NIGHTLY) {
    console.log("left out: making 200,000 files takes half a minute; NAMESAKE_NIGHTLY does it");
    context.skip();
  }
  const root = temporaryFolder({});
  for (let folder = 0; folder < folders; folder += 1) {
    mkdirSync(join(root, `package${folder}`));
    for (let file = 0; file < filesOfAFolder; file += 1) {
      writeFileSync(join(root, `package${folder}`, `file${file}.py`), "import reqeusts\n");
    }
  }
  const onDisk = makeNodeRuntime({} as Connection);
  const time = await cancelAfterASecond(pathToFileURL(root).href, {
    ...onDisk,
    loadPack: async () => packBytes(),
  });
  tellFigures(
    "a scan of a large tree",
    `${inFigures(folders * filesOfAFolder)} files on disk; cancelled after a second, it ended ${inFigures(time)} ms later`,
  );
}, 600_000);

/** @returns milliseconds from the cancellation to the answer */
async function cancelAfterASecond(folder: string, runtime: Runtime): Promise<number> {
  const editor = await startEditor({ folders: [folder], runtime });
  const source = new CancellationTokenSource();
  const scanned = editor.connection.sendRequest<ScanResult>(scanRequest, null, source.token);
  await setTimeout(1_000);
  const cancelled = performance.now();
  source.cancel();
  expect(await scanned).toMatchObject({ cancelled: true });
  const time = performance.now() - cancelled;
  expect(time).toBeLessThan(limit);
  // What is open is none of the scan's business.
  const uri = `${folder}/requirements.txt`;
  await editor.open(uri, "pip-requirements", "reqeusts\n");
  expect(await editor.diagnostics(uri)).toHaveLength(1);
  await editor.stop();
  return time;
}
