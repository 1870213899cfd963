/** Documents that reviewers read: the modified side of a comparison is checked, the original side is not. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, expectFindings, folder, openNew, quickFixes } from "../support.ts";

const scheme = "gl-review";

describe("documents of reviews", () => {
  let provider: vscode.Disposable;
  before(() => {
    // Stands in for the extensions that show commits and pull requests.
    provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ query }) => Buffer.from(query, "base64").toString(),
    });
  });
  after(() => provider.dispose());
  beforeEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("show findings on the modified side alone, and none when they are closed", async () => {
    const original = state("requirements-sides.txt", "skleran\n");
    const modified = state("requirements-sides.txt", "reqeusts\n");
    await vscode.commands.executeCommand("vscode.diff", original, modified);
    await expectCodes(modified, ["typosquat"]);
    await expectCodes(original, []);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await expectCodes(modified, []);
  });

  it("show findings in a tab of their own", async () => {
    const alone = state("requirements-alone.txt", "reqeusts\n");
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(alone));
    await expectCodes(alone, ["typosquat"]);
  });

  it("can have names trusted, but nothing replaced", async () => {
    const modified = state("requirements-fixes.txt", "reqeusts\n");
    await vscode.commands.executeCommand("vscode.diff", state("requirements-fixes.txt", ""), modified);
    await expectCodes(modified, ["typosquat"]);
    const document = await vscode.workspace.openTextDocument(modified);
    const titles = (await quickFixes(document, "reqeusts")).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => /Trust|Replace|Report/.test(title)),
      [
        "Trust 'reqeusts' in this workspace (.vscode/settings.json)",
        "Trust 'reqeusts' in your user settings",
        "Report 'reqeusts' as a false alarm…",
      ],
    );
  });

  it("are marked as hints where the file itself is listed with the same finding", async () => {
    const file = await openNew("requirements-twice.txt", "reqeusts\n");
    await expectFindings(file, ["1:1 typosquat reqeusts"]);
    const modified = state("requirements-twice.txt", "reqeusts\npython-dateutils\n");
    await vscode.commands.executeCommand("vscode.diff", state("requirements-twice.txt", ""), modified);
    const { Hint, Warning } = vscode.DiagnosticSeverity;
    await eventually(() => assert.deepEqual(severities(modified), [Hint, Warning]));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(file.uri, new vscode.Range(0, 0, 0, 8), "requests");
    assert(await vscode.workspace.applyEdit(edit));
    await eventually(() => assert.deepEqual(severities(modified), [Warning, Warning]));
    await file.save();
  });

  it("use the settings and the format of the file that they are a state of", async () => {
    const trusted = state("deep/requirements-policy.txt", "acme-core\nreqeusts\n");
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(trusted));
    await expectCodes(trusted, ["typosquat"]);
  });

  it("compare files of the workspace as ever: each finding once", async () => {
    const left = await openNew("requirements-left.txt", "flask\n");
    const right = await openNew("requirements-right.txt", "reqeusts\n");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.commands.executeCommand("vscode.diff", left.uri, right.uri);
    await expectCodes(right.uri, ["typosquat"]);
  });
});

/** A state of a file of the workspace, with this text. */
function state(path: string, text: string): vscode.Uri {
  const { path: file } = vscode.Uri.joinPath(folder(), path);
  return vscode.Uri.from({ scheme, path: file, query: Buffer.from(text).toString("base64") });
}

async function expectCodes(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  await eventually(() => {
    const codes = ours(uri).map(({ code }) => (typeof code === "object" ? code.value : code));
    assert.deepEqual(codes, expected);
  });
}

function severities(uri: vscode.Uri): vscode.DiagnosticSeverity[] {
  return ours(uri).map(({ severity }) => severity);
}

function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === "Namesake")
    .sort((one, other) => one.range.start.compareTo(other.range.start));
}
