/** The status item, the effective policy, and the report of a false alarm. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { answering } from "../answers.ts";
import { eventually, expectFindings, openNew, withSetting } from "../support.ts";
import { api } from "../trees.ts";

describe("the status item", () => {
  it("counts the findings of the active document, and says where it is off", async () => {
    await openNew("requirements-status.txt", "reqeusts\nflask\n");
    await expectStatus("1 finding");
    await openNew("requirements-fine.txt", "flask\n");
    await expectStatus("No findings");
    await withSetting("namesake.enable", false, vscode.ConfigurationTarget.Workspace, () =>
      expectStatus("Off for this file"),
    );
    await expectStatus("No findings");
  });

  it("explains, and offers what can be done", async () => {
    await answering(["Show Effective Policy"], () => vscode.commands.executeCommand("namesake.showStatus"));
    await answering(["of 20"], () => vscode.commands.executeCommand("namesake.showStatus"));
  });
});

describe("the effective policy", () => {
  it("is shown as a document that follows the settings", async () => {
    await vscode.commands.executeCommand("namesake.showEffectivePolicy");
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, "namesake-policy");
    await eventually(() => assert.match(document.getText(), /acme-core/));
    const { Workspace } = vscode.ConfigurationTarget;
    await withSetting("namesake.sensitivity", "strict", Workspace, () =>
      eventually(() => assert.match(document.getText(), /strict/)),
    );
  });
});

describe("a false alarm", () => {
  it("is reported by a text with the evidence, which the person can copy", async () => {
    const document = await openNew("requirements-alarm.txt", "flask\nreqeusts\n");
    await expectFindings(document, ["2:1 typosquat reqeusts"]);
    const window = vscode.window as unknown as Record<string, unknown>;
    const real = window.showInformationMessage;
    let detail = "";
    window.showInformationMessage = async (_: string, options: vscode.MessageOptions) => {
      detail = options.detail ?? "";
      return "Copy the Text";
    };
    try {
      const position = { line: 1, character: 2 };
      const uri = document.uri.toString();
      await vscode.commands.executeCommand("namesake.reportFalseAlarm", { uri, position });
    } finally {
      window.showInformationMessage = real;
    }
    assert.match(detail, /public page/);
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /> 'reqeusts' looks like a misspelling of 'requests'/);
    assert.match(copied, /- Rule: `typosquat`/);
    assert.doesNotMatch(copied, /requirements-alarm/);
  });

  it("needs a finding at the cursor", async () => {
    await openNew("requirements-no-alarm.txt", "flask\n");
    const said = await answering([], () => vscode.commands.executeCommand("namesake.reportFalseAlarm"));
    assert.deepEqual(said, ["Put the cursor on a name that there is a warning about."]);
  });
});

async function expectStatus(expected: string): Promise<void> {
  const { status } = await api();
  await eventually(() => assert.equal(status(), expected));
}
