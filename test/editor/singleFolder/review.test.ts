/** Scan Workspace and Review Findings: what they list, and what the one edit at the end writes. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import type { ReviewedPackage } from "../../../server/src/lsp/protocol.ts";
import { answering } from "../answers.ts";
import { eventually, expectFindings, folder, open } from "../support.ts";
import { api, lines, nodeAt } from "../trees.ts";

const place = () => join(folder().fsPath, "review");
const file = (name: string) => join(place(), name);

describe("a scan of the workspace", () => {
  before(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    mkdirSync(place());
    writeFileSync(file("requirements.txt"), "flask\ndjagno==5.0\ndjagno\nreviewed-made-up-name\n");
    writeFileSync(file("client.py"), "import djagno\n");
  });
  after(() => rmSync(place(), { recursive: true }));

  it("finds in files that are not open, and says how many", async () => {
    const said = await answering([], () => vscode.commands.executeCommand("namesake.scanWorkspace"));
    assert.match(said[0] ?? "", /^The scan is complete: \d+ files, \d+ findings\.$/);
    await expectListed("requirements.txt", [
      "typosquat djagno",
      "typosquat djagno",
      "unknown-package reviewed-made-up-name",
    ]);
    await expectListed("client.py", ["typosquat djagno"]);
  });

  it("lists a finding once while its file is open, and goes on listing it when the file is closed", async () => {
    const document = await open("review/client.py");
    await expectFindings(document, ["1:8 typosquat djagno"]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expectListed("client.py", ["typosquat djagno"]);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await expectListed("client.py", ["typosquat djagno"]);
  });

  it("follows what other programs write", async () => {
    writeFileSync(file("client.py"), "import django\n");
    await expectListed("client.py", []);
    writeFileSync(file("client.py"), "\nimport djagno\n");
    await expectListed("client.py", ["typosquat djagno"]);
    writeFileSync(file("late.py"), "import flaskk\n");
    await expectListed("late.py", ["typosquat flaskk"]);
    rmSync(file("late.py"));
    await expectListed("late.py", []);
  });

  it("follows the settings", async () => {
    const severity = { typosquat: "off" };
    const settings = vscode.workspace.getConfiguration("namesake");
    await settings.update("severity", severity, vscode.ConfigurationTarget.Workspace);
    await expectListed("client.py", []);
    await settings.update("severity", undefined, vscode.ConfigurationTarget.Workspace);
    await expectListed("client.py", ["typosquat djagno"]);
  });

  it("is reviewed by package, each with evidence and places", async () => {
    const { findings } = await api();
    await eventually(async () => {
      const found = await lines(findings);
      const start = found.findIndex((line) => line.startsWith("djagno"));
      assert.match(found[start] ?? "", /^djagno \(\d+ places · Replace with 'django'/);
      assert(found.some((line) => /^ {2}'djagno' looks like a misspelling of 'django'/.test(line)));
      assert(found.includes("  review/client.py:2 (Replace with 'django')"));
      assert(found.includes("  review/requirements.txt:2 (Replace with 'django', keeping '==5.0')"));
      assert(found.includes("reviewed-made-up-name (1 place · Trust)"), found.join("\n"));
    });
  });

  it("opens a place at its name", async () => {
    const { findings } = await api();
    const node = await nodeAt(findings, "djagno", "review/client.py:2");
    const { command } = await findings.getTreeItem(node);
    assert(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.getText(editor.selection), "djagno");
    });
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("offers no tick for a malicious name that nothing replaces, since trust is no proposal there", async () => {
    const { decisions } = await api();
    const fix = null;
    const some = await packageOf("reviewed-made-up-name");
    const malicious: ReviewedPackage = {
      name: "nothing-replaces-this",
      places: some.places.map((each) => ({ ...each, fix, severity: "error" })),
    };
    assert.equal(decisions.of(malicious), null);
    decisions.tick(malicious, true);
    assert.equal(decisions.isTicked(malicious), false);
  });

  it("says that nothing is ticked", async () => {
    const said = await answering([], () => vscode.commands.executeCommand("namesake.findings.apply"));
    assert.deepEqual(said, ["Nothing is ticked. Tick the packages to trust or replace."]);
  });

  it("trusts what is ticked for it, with one reason", async () => {
    const { findings, decisions } = await api();
    decisions.tick(await packageOf("reviewed-made-up-name"), true);
    const said = await answering(["asked the vendor", "Shared Policy"], () =>
      vscode.commands.executeCommand("namesake.findings.apply"),
    );
    assert.deepEqual(said, ["Now trusted in namesake.json: 1 package."]);
    const shared = join(folder().fsPath, "namesake.json");
    assert.deepEqual(JSON.parse(readFileSync(shared, "utf8")), {
      trustedPackages: { "reviewed-made-up-name": { reason: "asked the vendor" } },
    });
    await eventually(async () => {
      const found = await lines(findings);
      assert(!found.some((line) => line.startsWith("reviewed-made-up-name")));
    });
    rmSync(shared);
    await packageOf("reviewed-made-up-name");
  });

  it("replaces and trusts in one edit, shown in the refactor preview first", async () => {
    const { decisions } = await api();
    const node = await nodeAt((await api()).findings, "reviewed-made-up-name");
    await vscode.commands.executeCommand("namesake.findings.trust", node);
    decisions.tick(await packageOf("djagno"), true);
    let done = false;
    const applying = answering(["asked again", "Shared Policy"], async () => {
      done = (await vscode.commands.executeCommand("namesake.findings.apply")) === true;
    });
    const confirming = (async () => {
      while (!done) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        await vscode.commands.executeCommand("refactorPreview.apply").then(undefined, () => {});
      }
    })();
    const said = await applying;
    await confirming;
    assert.deepEqual(said, ["Replaced what was ticked. Now trusted in namesake.json: 1 package."]);
    await eventually(() => {
      assert.equal(
        readFileSync(file("requirements.txt"), "utf8"),
        "flask\ndjango==5.0\ndjango\nreviewed-made-up-name\n",
      );
      assert.equal(readFileSync(file("client.py"), "utf8"), "\nimport django\n");
    });
    const shared = join(folder().fsPath, "namesake.json");
    assert.match(readFileSync(shared, "utf8"), /"reason": "asked again"/);
    rmSync(shared);
  });
});

async function packageOf(name: string): Promise<ReviewedPackage> {
  const { findings } = await api();
  let found: ReviewedPackage | undefined;
  await eventually(async () => {
    const { packages } = await findings.review();
    found = packages.find((each) => each.name === name);
    assert(found, `${name} is not flagged`);
  });
  assert(found);
  return found;
}

/** Waits until the Problems panel lists exactly these for a file, each as `code text`. */
async function expectListed(name: string, expected: readonly string[]): Promise<void> {
  const uri = vscode.Uri.file(file(name));
  await eventually(async () => {
    const ours = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Namesake");
    const text = expected.length > 0 ? readFileSync(file(name), "utf8").split("\n") : [];
    const listed = ours.map(({ code, range: { start, end } }) => {
      const shown = typeof code === "object" ? code.value : code;
      return `${shown} ${text[start.line]?.slice(start.character, end.character)}`;
    });
    assert.deepEqual(listed, expected);
  });
}
