/** What a server keeps of what is over: of documents and notebooks that closed, of files that went, of settings that changed. */

import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageserver-protocol";
import { type ScanResult, scanRequest, settingsNotification } from "../../../server/src/lsp/protocol.ts";
import { type Editor, settingsWith, startEditor } from "../../support/editor.ts";
import { inFigures, tellFigures } from "../../support/figures.ts";
import { followFiles } from "../../support/fileDiagnostics.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const documentsOfARound = 100;
const notebooksOfARound = 10;
const cellsOfANotebook = 4;
const filesOfARound = 50;
const rounds = 10;
const textsOfARound = documentsOfARound + notebooksOfARound * cellsOfANotebook + filesOfARound;
/** Bytes for each text, which has some 6,000. What was pushed the test itself remembers by its URI. */
const limit = 600;

const requirements = `reqeusts\n${"# flask\n".repeat(740)}`;
const python = `import reqeusts\n${"# flask\n".repeat(740)}`;

test.each(["pulled", "pushed"] as const)(
  "memory returns to its level after close, diagnostics %s",
  { timeout: 60_000 },
  async (delivery) => {
    const pull = delivery === "pulled";
    const files: Record<string, string> = {};
    const options = { settings: settingsWith({}) };
    const editor = await startEditor({ pull, dynamicRegistration: pull, files, options });
    const reports = pull ? followFiles(editor.connection) : null;
    let count = 0;

    async function round(): Promise<void> {
      count += 1;
      await openDocuments(editor, count);
      await openNotebooks(editor, count);
      await writeFiles(editor, files, count);
      await changeSettings(editor, count);
      reports?.clear();
    }

    async function used(): Promise<number> {
      await editor.connection.sendRequest("namesake/status", { uri: null });
      collectGarbage();
      return process.memoryUsage().heapUsed;
    }

    for (let warmUp = 0; warmUp < 4; warmUp += 1) await round();
    const before = await used();
    for (let measured = 0; measured < rounds; measured += 1) await round();
    const growth = (await used()) - before;
    tellFigures(
      `memory after close, diagnostics ${delivery}${pull ? "" : ", with what the test keeps of them"}`,
      `${inFigures(rounds * documentsOfARound)} documents and ${inFigures(rounds * notebooksOfARound)} notebooks opened, changed and closed, ` +
        `${inFigures(rounds * filesOfARound)} files found by ${rounds} scans and deleted, ${rounds} changes of settings: ${inFigures(growth / 1024)} KiB more`,
    );
    expect(growth / (rounds * textsOfARound)).toBeLessThan(limit);
    await editor.stop();
  },
);

async function openDocuments(editor: Editor, round: number): Promise<void> {
  const uris = Array.from(
    { length: documentsOfARound },
    (_, place) => `file:///project/r${round}-${place}/requirements.txt`,
  );
  await Promise.all(uris.map((uri) => editor.open(uri, "pip-requirements", requirements)));
  await Promise.all(uris.map((uri) => editor.replace(uri, "reqeusts", "numpyy")));
  await Promise.all(uris.map((uri) => editor.diagnostics(uri)));
  await Promise.all(uris.map((uri) => editor.close(uri)));
}

/** With the state of widgets, which can be large. In each one cell is edited, and another gives way to a new one. */
async function openNotebooks(editor: Editor, round: number): Promise<void> {
  for (let place = 0; place < notebooksOfARound; place += 1) {
    const path = `/project/n${round}-${place}.ipynb`;
    const cells = Array.from({ length: cellsOfANotebook }, (_, cell) => ({
      uri: `vscode-notebook-cell:${path}#cell${cell}`,
      text: python,
    }));
    const [edited, ...others] = cells.map(({ uri }) => ({ uri }));
    await editor.openNotebook(`file://${path}`, cells.slice(1), { widgets: "x".repeat(20_000) });
    await editor.setCells(`file://${path}`, [cells[0]!, ...others.slice(1)]);
    await editor.replace(edited!.uri, "reqeusts", "skleran");
    await editor.diagnostics(edited!.uri);
    await editor.closeNotebook(`file://${path}`);
  }
}

/** They come, a scan finds them, and they go. */
async function writeFiles(editor: Editor, files: Record<string, string>, round: number): Promise<void> {
  const uris = Array.from(
    { length: filesOfARound },
    (_, place) => `file:///project/f${round}-${place}/requirements.txt`,
  );
  const tell = (type: FileChangeType) =>
    editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: uris.map((uri) => ({ uri, type })),
    });
  const scan = (): Promise<ScanResult> => editor.connection.sendRequest(scanRequest);
  for (const uri of uris) files[uri] = requirements;
  await tell(FileChangeType.Created);
  expect(await scan()).toMatchObject({ files: filesOfARound, findings: filesOfARound });
  for (const uri of uris) delete files[uri];
  await tell(FileChangeType.Deleted);
  expect(await scan()).toMatchObject({ files: 0 });
}

/** Each time other names are trusted, enough of them that a policy which stayed would be seen. */
async function changeSettings(editor: Editor, round: number): Promise<void> {
  const names = Array.from({ length: 1_000 }, (_, place) => [`acme-${round}-${place}`, {}]);
  const uri = `file:///project/s${round}/requirements.txt`;
  await editor.open(uri, "pip-requirements", `acme-${round}-1\n`);
  expect(await editor.diagnostics(uri)).toHaveLength(1);
  const settings = settingsWith({ trustedPackages: Object.fromEntries(names) });
  await editor.connection.sendNotification(settingsNotification, settings);
  // Not by `expect.poll`, which remembers each time.
  while ((await editor.diagnostics(uri)).length > 0) await setTimeout(2);
  await editor.close(uri);
}
