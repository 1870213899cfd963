import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import type { ExtensionContext } from "vscode";
import { activate as activateOnNode } from "../../client/src/node/extension.ts";
import { activate, client, clients, FakeLanguageClient, openFolder, run } from "./activated.ts";
import { Document, events, state, Uri } from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

describe("the language server", () => {
  const python = () => new Document(Uri.file("/code/app/main.py"), "", "python");

  test("starts when a document is open already, after the editor is through with us", async () => {
    state.documents.set("/code/app/main.py", python());
    activate();
    expect(state.executed).toEqual([]);
    await vi.waitFor(() => expect(clients.map(({ starts }) => starts)).toEqual([1]));
    expect(state.executed).toEqual([["setContext", "namesake.started", true]]);
  });

  test("starts once, at the first document that it can check", async () => {
    activate();
    events.opened.fire(new Document(Uri.file("/code/main.js"), "", "javascript"));
    events.opened.fire(new Document(new Uri("git", "/code/app/main.py"), "", "python"));
    await vi.waitFor(() => expect(clients).toEqual([]));
    events.opened.fire(python());
    events.opened.fire(python());
    await vi.waitFor(() => expect(clients.map(({ starts }) => starts)).toEqual([1]));
  });

  test("starts when the workspace holds a file that it can check", async () => {
    openFolder("app");
    state.found = ["requirements.txt"];
    activate();
    await vi.waitFor(() => expect(clients).toHaveLength(1));
  });

  test("does not start where there is nothing to check", async () => {
    openFolder("app");
    activate();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(clients).toEqual([]);
  });

  test("restarts as a new one, after the old one has gone", async () => {
    activate();
    await client.api.start();
    await run("namesake.restartServer");
    expect(clients.map(({ starts, disposed }) => [starts, disposed])).toEqual([
      [1, true],
      [1, false],
    ]);
    await client.stop();
    expect(clients.at(-1)?.disposed).toBe(true);
  });

  test("can be started again after it failed", async () => {
    activate();
    const start = vi
      .spyOn(FakeLanguageClient.prototype, "start")
      .mockRejectedValueOnce(new Error("no memory"));
    await expect(client.api.start()).rejects.toThrow("no memory");
    await client.api.start();
    expect(clients).toHaveLength(2);
    expect(clients[0]?.disposed).toBe(true);
    expect(state.shown).toEqual([expect.stringContaining("could not be started")]);
    expect(state.logged).toEqual(["no memory"]);
    start.mockRestore();
  });

  test("is missed in words where a file of the extension is gone", async () => {
    // Here the source runs, and what the build puts beside it is not there.
    const { start } = activateOnNode({ subscriptions: [] } as unknown as ExtensionContext);
    await expect(start()).rejects.toThrow(/^languageClient\.js, .* Reinstall Namesake\.$/);
    expect(state.shown).toEqual([expect.stringContaining("could not be started")]);
    expect(state.logged).toEqual([expect.stringContaining("languageClient.js")]);
  });
});

test("registers the commands that the manifest lists, and no others", () => {
  activate();
  const { commands } = JSON.parse(readFileSync("package.json", "utf8")).contributes;
  expect([...state.commands.keys()].sort()).toEqual(
    commands.map((each: { command: string }) => each.command).sort(),
  );
});
