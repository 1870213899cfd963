/** What the status item says of the data, and what the person reads who chooses it. */

import { expect, test, vi } from "vitest";
import { changedNotification, type Status, statusRequest } from "../../server/src/lsp/protocol.ts";
import { activate, answers, client, clients, openFolder, run } from "./activated.ts";
import { state } from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

const oldData = "The data is of 2026-06-16 and 91 days old. Update Namesake to know what came to PyPI since.";

test.each([
  { age: 91, old: oldData, says: oldData },
  { age: 90, old: null, says: "Data of 2026-06-16, 90 days old" },
  { age: 1, old: null, says: "Data of 2026-06-16, 1 day old" },
])("of data that is $age days old", async ({ age, old, says }) => {
  openFolder("app");
  answers.set(statusRequest, {
    problem: null,
    dates: { popular: "2026-06-16", known: "2026-06-16", malicious: "2026-06-16" },
    ageInDays: age,
    oldData: old,
    findings: 0,
    scannedFiles: null,
  } satisfies Status);
  activate();
  await client.api.start();
  clients[0]!.handlers.get(changedNotification)?.(undefined);
  await expect.poll(() => state.statusItem).toMatchObject({ text: "No findings", detail: says });

  state.answers = [`$(book) ${says}`];
  await run("namesake.showStatus");
  expect(state.executed.at(-1)).toEqual(["namesake.showEffectivePolicy"]);
});
