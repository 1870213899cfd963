import { expect, test, vi } from "vitest";
import { activate, client, openFolder, openMultiRoot, run, settingsFile, textOf } from "./activated.ts";
import { events, state } from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

type Node = NonNullable<Parameters<typeof client.api.trustedPackages.getTreeItem>[0]>;
const children = async (node?: Node) => (await client.api.trustedPackages.getChildren(node)) ?? [];
const item = (node: Node) =>
  client.api.trustedPackages.getTreeItem(node) as unknown as Record<string, unknown>;

test("shows the entries of each scope that has some", async () => {
  openMultiRoot();
  state.settings = {
    user: { trustedPackages: { private: { expires: "2020-01-01", reason: "trial" } } },
    workspace: { trustedPackages: {} },
    folders: { lib: { trustedPackages: { "acme-*": { reason: "our index", by: "Ann" } } } },
  };
  activate();
  const [user, lib, ...others] = await children();
  expect(others).toEqual([]);
  expect([item(user!).label, item(lib!).label]).toEqual(["User", "lib"]);
  const [old] = await children(user);
  expect(item(old!)).toMatchObject({ label: "private", description: "expired on 2020-01-01 · trial" });
  const [pattern] = await children(lib);
  expect(item(pattern!)).toMatchObject({
    contextValue: "entry",
    accessibilityInformation: { label: "acme-*, our index, by Ann, lib" },
  });
});

test("is empty without entries, so that it can say what it is for", async () => {
  openFolder("app");
  state.settings = { workspace: { enable: true, trustedPackages: {} } };
  activate();
  expect(await children()).toEqual([]);
});

test("follows the settings", async () => {
  activate();
  const refreshed = vi.fn();
  client.api.trustedPackages.onDidChangeTreeData?.(refreshed);
  events.configuration.fire({ affectsConfiguration: () => true });
  expect(refreshed).toHaveBeenCalledOnce();
});

test("removes an entry where it stands", async () => {
  openFolder("app");
  const trustedPackages = { acme: {}, other: {} };
  state.files.set(settingsFile, { text: JSON.stringify({ "namesake.trustedPackages": trustedPackages }) });
  state.settings = { workspace: { trustedPackages } };
  activate();
  const [scope] = await children();
  const [acme] = await children(scope);
  await run("namesake.trustedPackages.remove", acme);
  expect(JSON.parse(textOf(settingsFile)!)).toEqual({ "namesake.trustedPackages": { other: {} } });
  expect(state.shown).toEqual(["'acme' is no longer trusted in .vscode/settings.json."]);
});

test("adds an entry to the scope that was clicked", async () => {
  openMultiRoot();
  state.settings = { folders: { lib: { trustedPackages: { other: {} } } } };
  state.answers = ["acme", ""];
  activate();
  const [lib] = await children();
  await run("namesake.trustedPackages.add", lib);
  expect(textOf("/code/lib/.vscode/settings.json")).toContain("acme");
});
