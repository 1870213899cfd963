/** Scan Workspace as the person sees it, and what becomes of a scan when the server dies. */

import { beforeEach, describe, expect, test, vi } from "vitest";
import { type ScanResult, scanRequest } from "../../server/src/lsp/protocol.ts";
import { activate, answers, client, clients, openFolder, run } from "./activated.ts";
import { state } from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

const complete: ScanResult = { files: 3, findings: 2, unreadable: 0, cancelled: false };

beforeEach(async () => {
  openFolder("app");
  answers.set(scanRequest, complete);
  activate();
  await client.api.start();
});

function scans(): number {
  return clients.flatMap(({ requests }) => requests).filter((method) => method === scanRequest).length;
}

/** The library has started another server in the place of one that has crashed; what follows from that is awaited. */
async function crash(): Promise<void> {
  clients.at(-1)!.become(2);
  await new Promise((resolve) => setTimeout(resolve, 10));
}

describe("the sentence at the end", () => {
  test.each([
    { result: complete, says: "The scan is complete: 3 files, 2 findings." },
    { result: { ...complete, cancelled: true }, says: "The scan was cancelled: 3 files, 2 findings." },
    {
      result: { ...complete, unreadable: 1 },
      says: "The scan is complete: 3 files, 2 findings. 1 file or folder could not be read: the log names it.",
    },
    {
      result: { ...complete, unreadable: 40 },
      says: "The scan is complete: 3 files, 2 findings. 40 files or folders could not be read: the log names them.",
    },
  ])("$says", async ({ result, says }) => {
    answers.set(scanRequest, result);
    expect(await run("namesake.scanWorkspace")).toEqual(result);
    expect(state.shown).toEqual([says]);
  });

  test("offers the log where something could not be read", async () => {
    answers.set(scanRequest, { ...complete, unreadable: 1 });
    state.answers = ["Show Log"];
    await run("namesake.scanWorkspace");
    await vi.waitFor(() => expect(state.executed).toContainEqual(["namesake.showLog"]));
  });

  test("is another where the server dies meanwhile", async () => {
    answers.set(scanRequest, new Error("Pending response rejected since connection got disposed"));
    expect(await run("namesake.scanWorkspace")).toBeNull();
    expect(state.shown).toEqual([expect.stringContaining("ended early")]);
  });
});

describe("another server", () => {
  test("looks at all files again, without a word, where the last one had", async () => {
    await run("namesake.scanWorkspace");
    const said = state.shown.length;
    await crash();
    await crash();
    expect(scans()).toBe(3);
    await run("namesake.restartServer");
    await vi.waitFor(() => expect(scans()).toBe(4));
    expect(state.shown).toHaveLength(said);
  });

  test("looks at nothing that nobody asked for", async () => {
    await crash();
    expect(scans()).toBe(0);
  });

  test("leaves alone a scan that the last one died of", async () => {
    answers.set(scanRequest, new Error("Pending response rejected since connection got disposed"));
    await run("namesake.scanWorkspace");
    await crash();
    expect(scans()).toBe(1);
    answers.set(scanRequest, complete);
    await run("namesake.scanWorkspace");
    answers.set(scanRequest, new Error("it died of the same file again"));
    await crash();
    await crash();
    expect(scans()).toBe(3);
  });

  test("leaves alone a scan that the person took back", async () => {
    answers.set(scanRequest, { ...complete, cancelled: true });
    await run("namesake.scanWorkspace");
    await crash();
    expect(scans()).toBe(1);
  });
});
