import { describe, expect, test, vi } from "vitest";
import {
  changedNotification,
  type TrustedEntry,
  type TrustedPackages,
  type TrustMark,
  trustedPackagesRequest,
} from "../../server/src/lsp/protocol.ts";
import {
  activate,
  answers,
  client,
  clients,
  openFolder,
  openMultiRoot,
  run,
  settingsFile,
  textOf,
} from "./activated.ts";
import { events, state } from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

type Node = NonNullable<Parameters<typeof client.api.trustedPackages.getTreeItem>[0]>;
const children = async (node?: Node) => (await client.api.trustedPackages.getChildren(node)) ?? [];
const item = (node: Node) =>
  client.api.trustedPackages.getTreeItem(node) as unknown as Record<string, unknown>;

/** What the view says above the tree. */
const message = () => state.views.get("namesake.trustedPackages")?.message;

const workspaceOrigin = { scope: "workspace", file: ".vscode/settings.json" } as const;

function entry(key: string, more: Partial<TrustedEntry> = {}): TrustedEntry {
  return {
    origin: workspaceOrigin,
    folder: null,
    key,
    reason: null,
    by: null,
    expires: null,
    uses: 0,
    marks: [],
    ...more,
  };
}

function list(...entries: TrustedEntry[]): void {
  answers.set(trustedPackagesRequest, { scanned: true, entries } satisfies TrustedPackages);
}

const ofLib = {
  origin: { scope: "folder", file: "lib/.vscode/settings.json" },
  folder: "file:///code/lib",
} as const;

describe("the tree", () => {
  test("shows the entries of each scope that has some", async () => {
    openMultiRoot();
    list(
      entry("private", { origin: { scope: "user", file: null }, reason: "trial", uses: 1 }),
      entry("acme-*", { ...ofLib, reason: "our index", by: "Ann", uses: 3 }),
      entry("shared", { origin: { scope: "file", file: "namesake.json" }, folder: "file:///code/lib" }),
      entry("gone", { folder: "file:///code/gone", origin: ofLib.origin }),
    );
    activate();
    const scopes = await children();
    expect(scopes.map((scope) => [item(scope).label, item(scope).description])).toEqual([
      ["User", undefined],
      ["lib", "lib/.vscode/settings.json"],
      ["Shared Policy of lib", "lib/namesake.json"],
    ]);
    const [pattern] = await children(scopes[1]);
    expect(item(pattern!)).toMatchObject({
      label: "acme-*",
      description: "our index · by Ann · 3 places",
      contextValue: "entry",
      accessibilityInformation: { label: "acme-*, our index, by Ann, 3 places, lib" },
    });
  });

  test.each<[TrustMark, Partial<TrustedEntry>, string, string]>([
    [{ kind: "expired" }, { expires: "2020-01-01" }, "expired on 2020-01-01", "warning"],
    [{ kind: "wrong-name" }, {}, "ignored: not a name or pattern", "warning"],
    [{ kind: "wrong-day" }, { expires: "soon" }, "ignored: soon is not a day such as 2027-06-30", "warning"],
    [{ kind: "no-reason" }, { by: "Ann" }, "ignored: a reason is required · by Ann", "warning"],
    [{ kind: "malicious" }, { uses: 1 }, "known malicious package · 1 place", "error"],
    [{ kind: "unused" }, { reason: "ours" }, "unused · ours", "circle-slash"],
    [
      { kind: "shadowed", by: { key: "acme-*", origin: workspaceOrigin, folder: null } },
      { expires: "2099-01-01" },
      "covered by acme-* · until 2099-01-01",
      "layers",
    ],
    [
      { kind: "shadowed", by: { key: "acme-*", origin: { scope: "user", file: null }, folder: null } },
      {},
      "covered by acme-* in your user settings",
      "layers",
    ],
    [
      { kind: "shadowed", by: { key: "acme", origin: workspaceOrigin, folder: null } },
      { origin: { scope: "user", file: null } },
      "shadowed by .vscode/settings.json",
      "layers",
    ],
  ])("says of %j what it means", async (mark, more, description, icon) => {
    openFolder("app");
    list(entry("acme", { ...more, marks: [mark] }));
    activate();
    const [scope] = await children();
    const [node] = await children(scope);
    expect(item(node!)).toMatchObject({ description, iconPath: { id: icon } });
  });

  test("says that only the user's own settings count, until the workspace is trusted", () => {
    openFolder("app");
    state.trusted = false;
    activate();
    expect(message()).toBe("Restricted Mode: only your user settings count here.");
    state.trusted = true;
    events.trust.fire(undefined);
    expect(message()).toBe("");
  });

  test("says nothing of the kind in a trusted workspace", () => {
    openFolder("app");
    activate();
    expect(message()).toBe("");
  });

  test("is empty without entries, so that it can say what it is for", async () => {
    openFolder("app");
    activate();
    expect(await children()).toEqual([]);
  });

  test("lets nobody change a file that is only read", async () => {
    openFolder("app");
    list(entry("acme", { origin: { scope: "file", file: "pyproject.toml" }, folder: "file:///code/app" }));
    activate();
    const [scope] = await children();
    const [node] = await children(scope);
    expect([item(scope!).contextValue, item(node!).contextValue]).toEqual(["readOnlyScope", "readOnlyEntry"]);
    await run("namesake.trustedPackages.remove", node);
    expect(state.shown).toEqual([
      "Nothing was changed in pyproject.toml: Namesake only reads this file. Change it by hand.",
    ]);
  });

  test("follows the settings and the server", async () => {
    openFolder("app");
    activate();
    await client.api.start();
    const refreshed = vi.fn();
    client.api.trustedPackages.onDidChangeTreeData?.(refreshed);
    events.configuration.fire({ affectsConfiguration: () => true });
    expect(refreshed).toHaveBeenCalledOnce();
    expect(await children()).toEqual([]);
    list(entry("acme"));
    clients[0]!.handlers.get(changedNotification)?.(undefined);
    expect(await children()).toHaveLength(1);
  });

  test.each([
    ["ACME", ["acme-core"]],
    ["expired", ["old"]],
    ["trial 2020", ["old"]],
    ["nothing", []],
    [" ", ["acme-core", "old"]],
  ])("filtered by %j shows %j", async (text, expected) => {
    openFolder("app");
    list(
      entry("acme-core"),
      entry("old", { reason: "Trial", expires: "2020-01-01", marks: [{ kind: "expired" }] }),
    );
    state.answers = [text];
    activate();
    await run("namesake.trustedPackages.filter");
    const [scope] = await children();
    const shown = scope ? await children(scope) : [];
    expect(shown.map((node) => item(node).label)).toEqual(expected);
    await run("namesake.trustedPackages.clearFilter");
    const [all] = await children();
    expect(await children(all)).toHaveLength(2);
  });
});

describe("commands", () => {
  const other = "/code/lib/.vscode/settings.json";

  async function inFolders(): Promise<Node> {
    openMultiRoot();
    const trustedPackages = { Acme_Core: { reason: "ours", by: "Ann" }, other: {} };
    state.files.set(other, { text: JSON.stringify({ "namesake.trustedPackages": trustedPackages }) });
    state.settings = { folders: { lib: { trustedPackages } } };
    list(entry("Acme_Core", { ...ofLib, reason: "ours", by: "Ann" }), entry("other", ofLib));
    activate();
    const [scope] = await children();
    const [acme] = await children(scope);
    return acme!;
  }

  const trustedIn = (path: string) => JSON.parse(textOf(path) ?? "{}")["namesake.trustedPackages"];

  test("add to the scope that was clicked", async () => {
    const acme = await inFolders();
    state.answers = ["new", ""];
    await run("namesake.trustedPackages.add", acme);
    expect(Object.keys(trustedIn(other))).toEqual(["Acme_Core", "other", "new"]);
  });

  test("remove an entry where it stands, and undo gives it back", async () => {
    await run("namesake.trustedPackages.remove", await inFolders());
    expect(trustedIn(other)).toEqual({ other: {} });
    await run("namesake.trustedPackages.undo");
    expect(trustedIn(other)).toEqual({ Acme_Core: { reason: "ours", by: "Ann" }, other: {} });
    await run("namesake.trustedPackages.undo");
    expect(state.shown).toEqual([
      "'Acme_Core' is no longer trusted in lib/.vscode/settings.json.",
      "The last change is undone in lib/.vscode/settings.json.",
      "There is no change of trusted packages to undo.",
    ]);
  });

  test.each([
    ["editReason", "asked", { reason: "asked", by: "Ann" }],
    ["editReason", "", { by: "Ann" }],
    ["editExpiry", "2099-01-01", { reason: "ours", by: "Ann", expires: "2099-01-01" }],
    ["editReason", undefined, { reason: "ours", by: "Ann" }],
  ])("%s to %j", async (command, answer, expected) => {
    const acme = await inFolders();
    state.answers = [answer];
    await run(`namesake.trustedPackages.${command}`, acme);
    expect(trustedIn(other).Acme_Core).toEqual(expected);
  });

  test("move an entry with all that it says", async () => {
    const acme = await inFolders();
    state.answers = ["Workspace"];
    await run("namesake.trustedPackages.move", acme);
    expect(trustedIn(other)).toEqual({ other: {} });
    expect(JSON.parse(textOf("/code/both.code-workspace")!).settings).toEqual({
      "namesake.trustedPackages": { Acme_Core: { reason: "ours", by: "Ann" } },
    });
    expect(state.shown).toEqual([
      "'Acme_Core' is now trusted in both.code-workspace, and no longer in lib/.vscode/settings.json.",
    ]);
  });

  test("move nothing where a half of it fails", async () => {
    const acme = await inFolders();
    state.answers = ["Workspace"];
    const before = textOf(other);
    state.files.set(other, { text: before!, readOnly: true });
    await run("namesake.trustedPackages.move", acme);
    expect(textOf(other)).toBe(before);
    expect(JSON.parse(textOf("/code/both.code-workspace")!).settings).toEqual({
      "namesake.trustedPackages": {},
    });
    expect(state.shown).toEqual(["Nothing was changed in lib/.vscode/settings.json: The file is read-only."]);
  });

  test("copy an entry to a policy file that is not there yet", async () => {
    const acme = await inFolders();
    state.answers = ["Shared Policy of app"];
    await run("namesake.trustedPackages.copy", acme);
    expect(JSON.parse(textOf("/code/app/namesake.json")!)).toEqual({
      trustedPackages: { Acme_Core: { reason: "ours", by: "Ann" } },
    });
    expect(Object.keys(trustedIn(other))).toEqual(["Acme_Core", "other"]);
  });

  test("copy as JSON what was clicked, or everything", async () => {
    const acme = await inFolders();
    await run("namesake.trustedPackages.copyAsJson", acme);
    const one = { Acme_Core: { reason: "ours", by: "Ann" } };
    expect(JSON.parse(state.clipboard)).toEqual({ "namesake.trustedPackages": one });
    await run("namesake.trustedPackages.copyAsJson");
    expect(JSON.parse(state.clipboard)).toEqual({ "namesake.trustedPackages": { ...one, other: {} } });
  });

  test("wait for a file that another program has just written", async () => {
    openFolder("app");
    state.files.set(settingsFile, { text: '{ "namesake.trustedPackages": { "acme": {} } }' });
    list(entry("acme"));
    activate();
    const [scope] = await children();
    const [acme] = await children(scope);
    const { workspace } = await import("./fakeVscode.ts");
    const document = await workspace.openTextDocument({ path: settingsFile } as never);
    const written = '{ "editor.rulers": [80], "namesake.trustedPackages": { "acme": {} } }';
    state.files.set(settingsFile, { text: written });
    setTimeout(() => {
      document.type(written);
      document.isDirty = false;
    }, 150);
    await run("namesake.trustedPackages.remove", acme);
    expect(JSON.parse(textOf(settingsFile)!)).toEqual({
      "editor.rulers": [80],
      "namesake.trustedPackages": {},
    });
  });
});
