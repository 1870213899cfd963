/** Quick fixes and hovers, through the same provider calls as the editor's menu. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { choose, expectFindings, openNew, quickFix, quickFixes } from "../support.ts";

describe("quick fixes", () => {
  it("replaces a misspelt distribution", async () => {
    const document = await openNew("requirements-replace.txt", "flask\nreqeusts[socks] >= 2 # web\n");
    await expectFindings(document, ["2:1 typosquat reqeusts"]);
    const fix = await quickFix(document, "reqeusts", "Replace with 'requests'");
    assert.equal(fix.isPreferred, true);
    await choose(fix);
    assert.equal(document.getText(), "flask\nrequests[socks] >= 2 # web\n");
    await expectFindings(document, []);
  });

  it("replaces a misspelt module by a module", async () => {
    const document = await openNew("replaceModule.py", "from skleran import svm\n");
    await expectFindings(document, ["1:6 typosquat skleran"]);
    await choose(await quickFix(document, "skleran", "Replace with 'sklearn'"));
    assert.equal(document.getText(), "from sklearn import svm\n");
    await expectFindings(document, []);
  });

  it("replaces a name everywhere in a file", async () => {
    const text = "import reqeusts\n\ndef get():\n    import reqeusts as r\n";
    const document = await openNew("everywhere.py", text);
    await expectFindings(document, ["1:8 typosquat reqeusts", "4:12 typosquat reqeusts"]);
    const title = "Replace 'reqeusts' with 'requests' everywhere in this file (2 places)";
    await choose(await quickFix(document, "reqeusts", title));
    assert.equal(document.getText(), text.replaceAll("reqeusts", "requests"));
  });

  it("removes the line of a standard-library module", async () => {
    const document = await openNew("requirements-remove.txt", "flask\njson\ndjango\n");
    await expectFindings(document, ["2:1 stdlib-module json"]);
    const [fix] = await quickFixes(document, "json");
    assert(fix);
    await choose(fix);
    assert.equal(document.getText(), "flask\ndjango\n");
  });

  it("shows the evidence when the mouse rests on a name", async () => {
    const document = await openNew("requirements-hover.txt", "reqeusts\n");
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    const shown = await hoverText(document, new vscode.Position(0, 3));
    assert.match(shown, /Two neighbouring letters are swapped/);
    assert.match(shown, /number \d+ on PyPI/);
  });

  it("shows nothing when the mouse rests on a comment", async () => {
    const document = await openNew("requirements-hover.txt", "flask\n# reqeusts\n");
    assert.equal(await hoverText(document, new vscode.Position(1, 4)), "");
  });
});

async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}
