/** The Trusted Packages view lists every scope's entries, follows the settings, and changes them. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ClientApi } from "../../../client/src/activateClient.ts";
import { eventually, expectFindings, expectSetting, folder, openNew } from "../support.ts";

const key = "namesake.trustedPackages";
const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
const ofSample = [
  "acme-* (our own index · by platform team)",
  "acme-core (covered by acme-* · our own index · by platform team)",
];

describe("the Trusted Packages view", () => {
  it("lists the entries of each scope that has some", async () => {
    await expectView({ sample: ofSample });
    const settings = vscode.workspace.getConfiguration(undefined, folder("other"));
    await settings.update(key, { zlib: {}, attrs: { expires: "2020-01-01" } }, WorkspaceFolder);
    await settings.update(key, { "mine-*": {} }, Global);
    await settings.update(key, { ours: { reason: "internal" } }, Workspace);
    await expectView({
      User: ["mine-*"],
      Workspace: ["ours (internal)"],
      sample: ofSample,
      other: ["attrs (expired on 2020-01-01)", "zlib"],
    });
    for (const target of [WorkspaceFolder, Global, Workspace]) await settings.update(key, undefined, target);
    await expectView({ sample: ofSample });
  });

  it("removes an entry from its file, and the finding is back", async () => {
    const document = await openNew("requirements-remove.txt", "reqeusts\n", folder("other"));
    const settings = vscode.workspace.getConfiguration(undefined, document.uri);
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    await settings.update(key, { reqeusts: {}, ours: {} }, WorkspaceFolder);
    await expectFindings(document, []);
    await vscode.commands.executeCommand("namesake.trustedPackages.remove", await entry("other", "reqeusts"));
    await expectSetting(vscode.Uri.joinPath(folder("other"), ".vscode", "settings.json"), key, { ours: {} });
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    await settings.update(key, undefined, WorkspaceFolder);
  });

  it("goes to the setting behind an entry", async () => {
    await vscode.commands.executeCommand(
      "namesake.trustedPackages.goToSetting",
      await entry("sample", "acme-core"),
    );
    await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      assert(editor);
      assert.equal(
        editor.document.uri.toString(),
        vscode.Uri.joinPath(folder("sample"), ".vscode/settings.json").toString(),
      );
      assert.match(editor.document.lineAt(editor.selection.active.line).text, /"acme-core"/);
    });
  });
});

async function tree(): Promise<ClientApi["trustedPackages"]> {
  const extension = vscode.extensions.getExtension<ClientApi>("namesake-dev.namesake");
  assert(extension);
  return (await extension.activate()).trustedPackages;
}

/** Scopes with their entries, as a person reads them. */
async function expectView(expected: Record<string, readonly string[]>): Promise<void> {
  const view = await tree();
  await eventually(async () => {
    const shown: Record<string, string[]> = {};
    for (const scope of (await view.getChildren()) ?? []) {
      const entries = (await view.getChildren(scope)) ?? [];
      shown[await labelOf(view, scope)] = await Promise.all(entries.map((each) => textOf(view, each)));
    }
    assert.deepEqual(shown, expected);
  });
}

type Node = NonNullable<Parameters<ClientApi["trustedPackages"]["getTreeItem"]>[0]>;

async function entry(scope: string, name: string): Promise<Node> {
  const view = await tree();
  const find = async (nodes: readonly Node[] | null | undefined, label: string): Promise<Node> => {
    for (const node of nodes ?? []) if ((await labelOf(view, node)) === label) return node;
    throw new Error(`no ${label} in the view`);
  };
  return find(await view.getChildren(await find(await view.getChildren(), scope)), name);
}

async function labelOf(view: ClientApi["trustedPackages"], node: Node): Promise<string> {
  return String((await view.getTreeItem(node)).label);
}

async function textOf(view: ClientApi["trustedPackages"], node: Node): Promise<string> {
  const { label, description } = await view.getTreeItem(node);
  // How many places use it depends on the files that other tests have opened.
  const said = String(description).replace(/(?: · )?\d+ places?$/, "");
  return said ? `${label} (${said})` : String(label);
}
