import { describe, expect, test, vi } from "vitest";
import type { TrustArguments } from "../../server/src/lsp/protocol.ts";
import {
  activate,
  client,
  clients,
  openFolder,
  openMultiRoot,
  run,
  settingsFile,
  textOf,
} from "./activated.ts";
import { Document, state, Uri } from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

const trust = (scope: TrustArguments["scope"], folder: string | null = null) =>
  run("namesake.trustPackage", { name: "acme", scope, folder } satisfies TrustArguments);

describe("trusting by quick fix", () => {
  test("writes the folder's settings, and says so", async () => {
    openFolder("app");
    state.files.set(settingsFile, { text: '{\n  // ours\n  "a": 1\n}\n' });
    activate();
    await trust("workspace");
    expect(textOf(settingsFile)).toBe(
      '{\n  // ours\n  "a": 1,\n  "namesake.trustedPackages": {\n    "acme": {}\n  }\n}\n',
    );
    expect(state.shown).toEqual(["'acme' is now trusted in .vscode/settings.json."]);
  });

  test("makes the file where it is missing", async () => {
    openFolder("app");
    activate();
    await trust("workspace");
    expect(JSON.parse(textOf(settingsFile)!)).toEqual({ "namesake.trustedPackages": { acme: {} } });
  });

  test("writes the workspace file and the settings of the right folder", async () => {
    openMultiRoot();
    activate();
    await trust("workspace");
    await trust("folder", "file:///code/lib");
    expect(JSON.parse(textOf("/code/both.code-workspace")!)).toEqual({
      settings: { "namesake.trustedPackages": { acme: {} } },
    });
    expect(state.files.has(settingsFile)).toBe(false);
    expect(textOf("/code/lib/.vscode/settings.json")).toContain("acme");
    expect(state.shown[1]).toBe("'acme' is now trusted in lib/.vscode/settings.json.");
  });

  test("goes through VS Code for user settings", async () => {
    state.settings = { user: { trustedPackages: { other: {} } } };
    activate();
    await trust("user");
    expect(state.updated).toEqual([{ value: { other: {}, acme: {} }, target: 1 }]);
    expect(state.shown).toEqual(["'acme' is now trusted in your user settings."]);
  });

  test("goes through VS Code for a workspace that was never saved", async () => {
    openFolder("app", "lib");
    state.workspaceFile = new Uri("untitled", "Untitled-1");
    activate();
    await trust("workspace");
    expect(state.updated).toEqual([{ value: { acme: {} }, target: 2 }]);
    expect(state.shown).toEqual(["'acme' is now trusted in Untitled (Workspace)."]);
  });

  test("leaves unsaved changes unsaved", async () => {
    openFolder("app");
    state.files.set(settingsFile, { text: "{}" });
    const document = new Document(Uri.file(settingsFile), "{}");
    document.type('{ "half": 1 }');
    state.documents.set(settingsFile, document);
    activate();
    await trust("workspace");
    expect(textOf(settingsFile)).toBe("{}");
    expect(JSON.parse(document.text)).toEqual({ half: 1, "namesake.trustedPackages": { acme: {} } });
    expect(state.shown[0]).toContain("not saved yet");
  });

  test("starts over when somebody types meanwhile", async () => {
    openFolder("app");
    state.files.set(settingsFile, { text: "{}" });
    const document = new Document(Uri.file(settingsFile), "{}");
    state.documents.set(settingsFile, document);
    activate();
    await client.api.start();
    clients[0]!.meanwhile = () => document.type('{ "typed": 1 }');
    await trust("workspace");
    expect(JSON.parse(document.text)).toEqual({ typed: 1, "namesake.trustedPackages": { acme: {} } });
  });

  test("saves once more where another program wrote the file a moment ago", async () => {
    openFolder("app");
    state.files.set(settingsFile, { text: '{ "theirs": 1 }', isNewer: true });
    activate();
    await trust("workspace");
    expect(JSON.parse(textOf(settingsFile)!)).toEqual({
      theirs: 1,
      "namesake.trustedPackages": { acme: {} },
    });
    expect(state.shown).toEqual(["'acme' is now trusted in .vscode/settings.json."]);
  });

  test.each([
    ["the file is read-only", { text: "{}", readOnly: true }, "The file is read-only."],
    ["the file cannot be saved", { text: "{}", locked: true }, "The file cannot be written."],
    ["the file is malformed", { text: "{ half" }, "The settings file is not valid JSON."],
  ])("changes nothing where %s", async (_, file, reason) => {
    openFolder("app");
    state.files.set(settingsFile, file);
    activate();
    await trust("workspace");
    expect(textOf(settingsFile)).toBe(file.text);
    expect([...state.documents.values()].filter(({ isDirty }) => isDirty)).toEqual([]);
    expect(state.shown).toEqual([`Nothing was changed in .vscode/settings.json: ${reason}`]);
  });

  test("repeats VS Code's reason where it refuses", async () => {
    state.updateProblem = "Save the user settings first.";
    activate();
    await trust("user");
    expect(state.shown).toEqual(["Nothing was changed in your user settings: Save the user settings first."]);
  });

  test("does nothing for a folder that has left the workspace", async () => {
    openMultiRoot();
    activate();
    await trust("folder", "file:///code/gone");
    expect([state.shown, state.updated]).toEqual([[], []]);
  });
});

describe("trusting by command", () => {
  test("asks for name, reason and scope", async () => {
    openMultiRoot();
    state.answers = [" acme-* ", "our index", "lib"];
    activate();
    await run("namesake.trustPackage");
    expect(JSON.parse(textOf("/code/lib/.vscode/settings.json")!)).toEqual({
      "namesake.trustedPackages": { "acme-*": { reason: "our index" } },
    });
  });

  test("does not ask for the scope where only the user's counts", async () => {
    openFolder("app");
    state.trusted = false;
    state.answers = ["acme", ""];
    activate();
    await run("namesake.trustPackage");
    expect(state.updated).toEqual([{ value: { acme: {} }, target: 1 }]);
  });

  test.each([[[undefined]], [["acme", undefined]], [["acme", "", undefined]]])(
    "stops at %j",
    async (answers) => {
      openFolder("app");
      state.answers = answers;
      activate();
      await run("namesake.trustPackage");
      expect([state.shown, state.updated, state.files.size]).toEqual([[], [], 0]);
    },
  );
});
