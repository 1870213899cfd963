import { describe, expect, test, vi } from "vitest";
import { activate, client, clients, openFolder, openMultiRoot } from "./activated.ts";
import { events, state } from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

describe("settings", () => {
  const told = async () => {
    await client.api.start();
    return clients.at(-1)!.told;
  };
  const user = { origin: { scope: "user", file: null }, folder: null, values: { maxProblems: 5 } };

  test("of a single folder are the workspace's", async () => {
    openFolder("app");
    state.settings = { user: user.values, workspace: { enable: false }, folders: { app: { enable: false } } };
    activate();
    expect(await told()).toEqual([
      {
        workspaceTrusted: true,
        workspaceFile: ".vscode/settings.json",
        layers: [
          user,
          {
            origin: { scope: "workspace", file: ".vscode/settings.json" },
            folder: null,
            values: { enable: false },
          },
        ],
        interpreters: [],
      },
    ]);
  });

  test("of several folders stand beside the workspace's", async () => {
    openMultiRoot();
    state.settings = { user: user.values, folders: { lib: { enable: false } } };
    activate();
    expect((await told())[0]).toMatchObject({
      workspaceFile: "both.code-workspace",
      layers: [
        user,
        { origin: { scope: "workspace", file: "both.code-workspace" }, folder: null, values: {} },
        {
          origin: { scope: "folder", file: "app/.vscode/settings.json" },
          folder: "file:///code/app",
          values: {},
        },
        { origin: { scope: "folder" }, folder: "file:///code/lib", values: { enable: false } },
      ],
    });
  });

  test("without a folder are the user's", async () => {
    activate();
    expect((await told())[0]).toMatchObject({ workspaceFile: null, layers: [{ ...user, values: {} }] });
  });

  test("are told again when they, the folders or the trust change, and only then", async () => {
    activate();
    const all = await told();
    events.configuration.fire({ affectsConfiguration: (section) => section === "editor" });
    events.configuration.fire({ affectsConfiguration: (section) => section === "namesake" });
    events.trust.fire();
    events.folders.fire({});
    await vi.waitFor(() => expect(all).toHaveLength(4));
  });
});

describe("the interpreter", () => {
  const changed = new (class {
    listener: () => void = () => {};
    readonly event = (listener: () => void) => {
      this.listener = listener;
      return { dispose() {} };
    };
  })();
  const environments = (path: string) => ({
    environments: {
      getActiveEnvironmentPath: () => ({ path }),
      onDidChangeActiveEnvironmentPath: changed.event,
    },
  });
  const interpreters = () => clients[0]!.told.map((each) => each.interpreters);

  test("is learnt once the Python extension runs, and whenever it changes", async () => {
    openFolder("app");
    state.python = { isActive: false, exports: undefined };
    activate();
    await client.api.start();
    state.python = { isActive: true, exports: environments("/venv/bin/python") };
    events.editor.fire(undefined);
    const chosen = [{ folder: "file:///code/app", path: "/venv/bin/python" }];
    await vi.waitFor(() => expect(interpreters()).toEqual([[], chosen]));
    changed.listener();
    await vi.waitFor(() => expect(interpreters()).toEqual([[], chosen, chosen]));
  });

  test.each([
    ["the extension is not installed", undefined],
    ["it offers something else", { isActive: true, exports: undefined }],
    ["nothing was chosen", { isActive: true, exports: environments("python") }],
  ])("is none where %s", async (_, python) => {
    openFolder("app");
    state.python = python;
    activate();
    await client.api.start();
    expect(interpreters()).toEqual([[]]);
  });
});
