/** Trusting a name from the quick-fix menu writes the file that the title names, and the finding goes. */
import assert from "node:assert/strict";
import { join } from "node:path";
import * as vscode from "vscode";
import { choose, expectFindings, expectSetting, folder, openNew, quickFix, quickFixes } from "../support.ts";

const key = "namesake.trustedPackages";

describe("trusting a name", () => {
  it("in this workspace writes the folder's settings and keeps what is there", async () => {
    const before = vscode.workspace.getConfiguration().inspect<object>(key)?.workspaceValue;
    const document = await openNew("requirements-trust.txt", "reqeusts\n");
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    const title = "Trust 'reqeusts' in this workspace (.vscode/settings.json)";
    await choose(await quickFix(document, "reqeusts", title));
    await expectFindings(document, []);
    const file = vscode.Uri.joinPath(folder(), ".vscode", "settings.json");
    await expectSetting(file, key, { ...before, reqeusts: {} });
    await vscode.workspace.getConfiguration().update(key, before, vscode.ConfigurationTarget.Workspace);
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
  });

  it("in the user settings writes the user's file", async () => {
    const document = await openNew("requirements-trust-user.txt", "reqeusts\n");
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    await choose(await quickFix(document, "reqeusts", "Trust 'reqeusts' in your user settings"));
    await expectFindings(document, []);
    const userData = process.env.NAMESAKE_USER_DATA;
    assert(userData);
    await expectSetting(vscode.Uri.file(join(userData, "User", "settings.json")), key, { reqeusts: {} });
    await vscode.workspace.getConfiguration().update(key, undefined, vscode.ConfigurationTarget.Global);
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
  });

  it("does not offer the folder apart from the workspace, where they are the same", async () => {
    const document = await openNew("requirements-trust-once.txt", "reqeusts\n");
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    const titles = (await quickFixes(document, "reqeusts")).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.startsWith("Trust")),
      [
        "Trust 'reqeusts' in this workspace (.vscode/settings.json)",
        "Trust 'reqeusts' in your user settings",
      ],
    );
  });
});
