/** The sample workspace shows the intended findings, and none on the correct lines. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { expectFindings, open } from "../support.ts";

const { Error: error, Warning: warning } = vscode.DiagnosticSeverity;

describe("the sample workspace", () => {
  it("shows the findings of its requirements", async () => {
    const document = await open("requirements.txt");
    await expectFindings(document, [
      "12:1 typosquat reqeusts",
      "13:1 malicious-package pycryptoenv",
      "14:1 malicious-package pycryptoconf",
      "15:1 typosquat python-dateutils",
      "16:1 import-name cv2",
      "17:1 stdlib-module json",
    ]);
    const severities = vscode.languages.getDiagnostics(document.uri).map(({ severity }) => severity);
    assert.deepEqual(severities, [warning, error, error, warning, warning, warning]);
  });

  it("shows the findings of its Python", async () => {
    await expectFindings(await open("app/main.py"), ["8:8 typosquat reqeusts", "10:6 typosquat skleran"]);
  });

  // A planted mistake shows that the file has been looked at, and that nothing else in it was found.
  const correct: [string, string, string][] = [
    ["requirements/dev.txt", "reqeusts\n", "8:1 typosquat reqeusts"],
    ["app/storage.py", "import reqeusts\n", "9:8 typosquat reqeusts"],
    ["app/settings.py", "import reqeusts\n", "6:8 typosquat reqeusts"],
  ];
  for (const [path, mistake, finding] of correct) {
    it(`shows nothing in ${path} but a planted mistake`, async () => {
      const document = await open(path);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, mistake);
      assert(await vscode.workspace.applyEdit(edit));
      await expectFindings(document, [finding]);
      await vscode.commands.executeCommand("workbench.action.files.revert");
    });
  }

  it("links each finding to the page of its rule", async () => {
    const document = await open("app/main.py");
    await expectFindings(document, ["8:8 typosquat reqeusts", "10:6 typosquat skleran"]);
    const code = vscode.languages.getDiagnostics(document.uri)[0]?.code;
    assert(typeof code === "object");
    assert.match(code.target.toString(), /\/rules\/typosquat/);
  });
});
