/** What becomes of a language server that dies, and what the person hears of it. */

import { beforeEach, describe, expect, test, vi } from "vitest";
import { makeCrashHandler, tellOfCrashes } from "../../client/src/crashes.ts";
import { activate, answers, client, clients } from "./activated.ts";
import { state } from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

const second = 1_000;
const minute = 60 * second;
/** `CloseAction` of the library. */
const actions = { 1: "stop", 2: "restart" };

describe("a server that crashes", () => {
  let time: number;
  let told: number;
  let crashAt: (time: number) => Promise<string>;
  beforeEach(() => {
    time = 0;
    told = 0;
    const handler = makeCrashHandler(
      () => {
        told += 1;
      },
      () => time,
    );
    crashAt = async (at) => {
      time = at;
      const { action, handled } = await handler.closed();
      // Nothing of the library's own is shown.
      expect(handled).toBe(true);
      return actions[action];
    };
  });

  async function crash(...times: number[]): Promise<string[]> {
    const done: string[] = [];
    for (const at of times) done.push(await crashAt(at));
    return done;
  }

  test("starts again four times without a word, and stays stopped after the fifth", async () => {
    expect(await crash(0, 1, 2, 3)).toEqual(["restart", "restart", "restart", "restart"]);
    expect(told).toBe(0);
    expect(await crash(4)).toEqual(["stop"]);
    expect(told).toBe(1);
  });

  test("starts again for ever where crashes are rare", async () => {
    const done = await crash(...Array.from({ length: 100 }, (_, count) => count * minute));
    expect(new Set(done)).toEqual(new Set(["restart"]));
    expect(told).toBe(0);
  });

  test("is counted by the last three minutes alone", async () => {
    const [, , , , late] = await crash(0, second, 2 * second, 3 * second, 3 * minute + second);
    expect(late).toBe("restart");
    expect(await crash(3 * minute + 2 * second)).toEqual(["restart"]);
    expect(await crash(3 * minute + 2 * second)).toEqual(["restart"]);
    expect(await crash(3 * minute + 2 * second)).toEqual(["stop"]);
  });
});

test("a pipe that breaks is no word to the person: its end is", async () => {
  const handler = makeCrashHandler(() => {});
  expect(await handler.error(new Error("EPIPE"), undefined, 9)).toEqual({ action: 1, handled: true });
});

describe("the person is told that names are not checked", () => {
  test.each([
    { answer: "Start Again", executed: [["namesake.restartServer"]] },
    { answer: "Show Log", executed: [["namesake.showLog"]] },
    { answer: undefined, executed: [] },
  ])("and can choose: $answer", async ({ answer, executed }) => {
    state.answers = [answer];
    await tellOfCrashes();
    expect(state.shown).toEqual([expect.stringContaining("crashed 5 times within three minutes")]);
    expect(state.shown[0]).toContain("not checked");
    expect(state.executed).toEqual(executed);
  });
});

test("what the library says of a connection is for the log alone", async () => {
  activate();
  await client.api.start();
  clients[0]!.error("Restarting server failed", new Error("-32097"), true);
  expect(clients[0]!.logged).toEqual(["Restarting server failed"]);
});

describe("the status item", () => {
  beforeEach(async () => {
    answers.set("namesake/status", {
      problem: null,
      dates: null,
      ageInDays: 1,
      findings: 0,
      scannedFiles: null,
    });
    activate();
    await client.api.start();
    await vi.waitFor(() => expect(client.api.status()).toBe("No findings"));
  });

  test("does not say that there are no findings while there is no server", async () => {
    const request = vi.spyOn(clients[0]!, "sendRequest").mockRejectedValue(new Error("it has crashed"));
    clients[0]!.become(1);
    await vi.waitFor(() => expect(client.api.status()).toBe("Cannot check names"));
    request.mockRestore();
    clients[0]!.become(2);
    await vi.waitFor(() => expect(client.api.status()).toBe("No findings"));
  });

  test("asks nobody when the server was to be stopped", async () => {
    const request = vi.spyOn(clients[0]!, "sendRequest");
    await client.stop();
    clients[0]!.become(1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(request).not.toHaveBeenCalled();
    expect(clients).toHaveLength(1);
  });
});
