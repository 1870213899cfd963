/** The commands of the palette. */
import * as vscode from "vscode";
import { expectFindings, openNew } from "../support.ts";

describe("commands", () => {
  it("restarts the server, which then finds again", async () => {
    const document = await openNew("requirements-restart.txt", "reqeusts\n");
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    await vscode.commands.executeCommand("namesake.restartServer");
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "flask\n");
    await vscode.workspace.applyEdit(edit);
    await expectFindings(document, ["2:1 typosquat reqeusts"]);
  });

  it("shows the log", async () => {
    await vscode.commands.executeCommand("namesake.showLog");
  });
});
