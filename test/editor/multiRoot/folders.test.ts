/** In a workspace of several folders each folder has its own settings, and the workspace has its file. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { choose, expectFindings, expectSetting, folder, openNew, quickFix, quickFixes } from "../support.ts";

const key = "namesake.trustedPackages";

describe("a workspace of two folders", () => {
  it("finds in both folders", async () => {
    for (const name of ["sample", "other"]) {
      const document = await openNew("requirements-both.txt", "reqeusts\n", folder(name));
      await expectFindings(document, ["1:1 typosquat reqeusts"]);
    }
  });

  it("offers every scope", async () => {
    const document = await openNew("requirements-scopes.txt", "reqeusts\n", folder("other"));
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    const titles = (await quickFixes(document, "reqeusts")).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.startsWith("Trust")),
      [
        "Trust 'reqeusts' in this folder (.vscode/settings.json)",
        "Trust 'reqeusts' in this workspace (both.code-workspace)",
        "Trust 'reqeusts' in your user settings",
      ],
    );
  });

  it("trusts a name in one folder only", async () => {
    const here = await openNew("requirements-one.txt", "reqeusts\n", folder("other"));
    const there = await openNew("requirements-one.txt", "reqeusts\n", folder("sample"));
    await expectFindings(here, ["1:1 typosquat reqeusts"]);
    await choose(await quickFix(here, "reqeusts", "Trust 'reqeusts' in this folder (.vscode/settings.json)"));
    await expectFindings(here, []);
    await expectFindings(there, ["1:1 typosquat reqeusts"]);
    await expectSetting(vscode.Uri.joinPath(folder("other"), ".vscode", "settings.json"), key, {
      reqeusts: {},
    });
    const { WorkspaceFolder } = vscode.ConfigurationTarget;
    await vscode.workspace.getConfiguration(undefined, here.uri).update(key, undefined, WorkspaceFolder);
    await expectFindings(here, ["1:1 typosquat reqeusts"]);
  });

  it("trusts a name in the whole workspace", async () => {
    const here = await openNew("requirements-whole.txt", "reqeusts\n", folder("other"));
    const there = await openNew("requirements-whole.txt", "reqeusts\n", folder("sample"));
    await expectFindings(here, ["1:1 typosquat reqeusts"]);
    await choose(
      await quickFix(here, "reqeusts", "Trust 'reqeusts' in this workspace (both.code-workspace)"),
    );
    await expectFindings(here, []);
    await expectFindings(there, []);
    const file = vscode.workspace.workspaceFile;
    assert(file);
    await expectSetting(file, "settings", { [key]: { reqeusts: {} } });
    await vscode.workspace.getConfiguration().update(key, undefined, vscode.ConfigurationTarget.Workspace);
    await expectFindings(there, ["1:1 typosquat reqeusts"]);
  });

  it("follows the settings of a folder while it belongs to the workspace", async () => {
    const root = vscode.Uri.joinPath(folder("sample"), "..", "added");
    await openNew(".vscode/settings.json", JSON.stringify({ [key]: { reqeusts: {} } }), root);
    const document = await openNew("requirements.txt", "reqeusts\n", root);
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    const count = vscode.workspace.workspaceFolders?.length ?? 0;
    assert(vscode.workspace.updateWorkspaceFolders(count, 0, { uri: root }));
    await expectFindings(document, []);
    assert(vscode.workspace.updateWorkspaceFolders(count, 1));
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
  });
});
