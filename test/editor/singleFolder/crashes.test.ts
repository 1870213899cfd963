/** The language server is killed, as by a system that is out of memory, while somebody types. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { NodeClientApi } from "../../../client/src/node/extension.ts";
import { eventually, expectFindings, openNew } from "../support.ts";
import { api } from "../trees.ts";

describe("a language server that is killed", () => {
  after(async () => {
    await vscode.commands.executeCommand("namesake.restartServer");
  });

  it("is started again, and judges the unsaved text as it stands", async () => {
    const document = await openNew("requirements-crash.txt", "flask\n");
    await replaceWith(document, "reqeusts\n");
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    await kill(await runningServer());
    await replaceWith(document, "flask\nnumpyy\n");
    await expectFindings(document, ["2:1 typosquat numpyy"]);
    assert(document.isDirty);
    await runningServer();
  });

  it("looks at all files again where the one before it had", async () => {
    await vscode.commands.executeCommand("namesake.scanWorkspace");
    const { findings } = await api();
    const seen = async (): Promise<[boolean, number]> => {
      findings.refresh();
      const { scanned, packages } = await findings.review();
      return [scanned, packages.length];
    };
    const before = await seen();
    assert.equal(before[0], true);
    await kill(await runningServer());
    await eventually(async () => assert.deepEqual(await seen(), before));
  });

  it("stays stopped after the fifth time, says so, and offers the log", async () => {
    const shown = await withShownErrors(async (sentences) => {
      // Two crashes have been above.
      for (let crash = 3; crash <= 5; crash += 1) await kill(await runningServer());
      await eventually(() => assert.equal(sentences.length, 1, JSON.stringify(sentences)));
    });
    const [{ sentence, offered } = { sentence: "", offered: [] }] = shown;
    assert.match(sentence, /crashed 5 times within three minutes.*not checked/);
    assert.deepEqual(offered, ["Start Again", "Show Log"]);
    await eventually(async () => assert.equal((await api()).status(), "Cannot check names"));
  });

  it("runs again when the person starts it", async () => {
    await vscode.commands.executeCommand("namesake.restartServer");
    const document = await openNew("requirements-again.txt", "reqeusts\n");
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    await eventually(async () => assert.equal((await api()).status(), "1 finding"));
  });
});

async function nodeApi(): Promise<NodeClientApi> {
  return (await api()) as NodeClientApi;
}

/** The id of a server's process that lives, as soon as there is one. */
async function runningServer(): Promise<number> {
  const { serverProcess } = await nodeApi();
  let pid: number | undefined;
  await eventually(() => {
    pid = serverProcess();
    assert(pid !== undefined && isAlive(pid));
  });
  return pid!;
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  await eventually(() => assert(!isAlive(pid)));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function replaceWith(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert(await vscode.workspace.applyEdit(edit));
}

interface Shown {
  readonly sentence: string;
  readonly offered: readonly string[];
}

/** The errors that were shown during the work, in the library's words or in ours. */
async function withShownErrors(work: (shown: readonly Shown[]) => Promise<void>): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  const window = vscode.window as unknown as Record<string, unknown>;
  const real = window.showErrorMessage;
  window.showErrorMessage = async (sentence: string, ...offered: string[]) => {
    shown.push({ sentence, offered });
  };
  try {
    await work(shown);
  } finally {
    window.showErrorMessage = real;
  }
  return shown;
}
