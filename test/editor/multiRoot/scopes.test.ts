/** In a workspace of several folders, entries move between the files of folders, workspace and shared policy. */
import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { answering } from "../answers.ts";
import { eventually, expectSetting, folder } from "../support.ts";
import { api, lines, nodeAt } from "../trees.ts";

const key = "namesake.trustedPackages";
const run = (command: string, node: unknown) =>
  vscode.commands.executeCommand(`namesake.trustedPackages.${command}`, node);

describe("trusted packages of several folders", () => {
  const shared = () => join(folder("other").fsPath, "namesake.json");
  const settings = () => join(folder("other").fsPath, ".vscode", "settings.json");

  before(async () => {
    const { WorkspaceFolder } = vscode.ConfigurationTarget;
    const list = { ours: { reason: "internal", expires: "2099-12-31" } };
    await vscode.workspace.getConfiguration(undefined, folder("other")).update(key, list, WorkspaceFolder);
    await expectLine("  ours (internal · until 2099-12-31");
  });
  after(async () => {
    const { Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
    rmSync(shared(), { force: true });
    await vscode.workspace.getConfiguration().update(key, undefined, Workspace);
    await vscode.workspace
      .getConfiguration(undefined, folder("other"))
      .update(key, undefined, WorkspaceFolder);
  });

  it("moves an entry from a folder to the workspace file", async () => {
    const said = await answering(["Workspace"], async () => run("move", await entry("other")));
    assert.deepEqual(said, [
      "'ours' is now trusted in both.code-workspace, and no longer in other/.vscode/settings.json.",
    ]);
    const file = vscode.workspace.workspaceFile;
    assert(file);
    await expectSetting(file, "settings", { [key]: { ours: { reason: "internal", expires: "2099-12-31" } } });
    assert.deepEqual(JSON.parse(readFileSync(settings(), "utf8"))[key], {});
  });

  it("copies an entry to the policy file of one folder, where it shadows the other", async () => {
    await expectLine("Workspace (both.code-workspace)");
    await answering(["Shared Policy of other"], async () => run("copy", await entry("Workspace")));
    assert.deepEqual(JSON.parse(readFileSync(shared(), "utf8")), {
      trustedPackages: { ours: { reason: "internal", expires: "2099-12-31" } },
    });
    await expectLine("Shared Policy of other (other/namesake.json)");
    await expectLine("  ours (shadowed by other/namesake.json · internal");
  });
});

async function entry(scope: string): Promise<unknown> {
  return nodeAt((await api()).trustedPackages, scope, "ours");
}

/** Waits until the view has a line that begins like this. */
async function expectLine(start: string): Promise<void> {
  const { trustedPackages } = await api();
  await eventually(async () => {
    const found = await lines(trustedPackages);
    assert(
      found.some((line) => line.startsWith(start)),
      `no "${start}" among\n${found.join("\n")}`,
    );
  });
}
