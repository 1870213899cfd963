/** The Trusted Packages view: what it shows of each entry, and what each of its commands writes. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { answering } from "../answers.ts";
import { eventually, expectFindings, folder, open, openNew, withSetting } from "../support.ts";
import { api, lines, nodeAt } from "../trees.ts";

const settingsFile = () => join(folder().fsPath, ".vscode", "settings.json");
const sharedFile = () => join(folder().fsPath, "namesake.json");
const run = (command: string, node?: unknown) =>
  vscode.commands.executeCommand(`namesake.trustedPackages.${command}`, node);

const text = `{
  // What the team trusts.
  "namesake.trustedPackages": {
    // Asked Ann.
    "acme-core": { "reason": "our own index" },
    "Old_One": { "expires": "2020-01-01", "by": "Bob" },
    "pycryptoenv": {}
  }
}
`;

/** What the view shows of it, uses aside. */
const fromText = [
  "Workspace (.vscode/settings.json)",
  "  acme-core (our own index",
  "  Old_One (expired on 2020-01-01 · by Bob",
  "  pycryptoenv (known malicious package",
];

describe("the Trusted Packages view", () => {
  let original: string;
  before(() => {
    original = readFileSync(settingsFile(), "utf8");
  });
  beforeEach(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    writeFileSync(settingsFile(), text);
    await eventually(async () => assert.deepEqual((await shown()).map(withoutCount), fromText));
    // VS Code learns of a file's change at its own pace, and saves no document that is older than the file.
    await eventually(() => {
      const isOpen = ({ uri }: vscode.TextDocument) => uri.fsPath === settingsFile();
      const opened = vscode.workspace.textDocuments.find(isOpen);
      if (opened) assert.equal(opened.getText(), text);
    });
  });
  afterEach(() => rmSync(sharedFile(), { force: true }));
  after(async () => {
    writeFileSync(settingsFile(), original);
    await expectEntries(["  acme-* (our own index"]);
  });

  it("counts the places that use an entry, in whichever spelling", async () => {
    const usesOf = async (key: string): Promise<number> => {
      const [scope] = await (await api()).trustedPackages.scopes();
      return scope?.entries.find((each) => each.key === key)?.uses ?? -1;
    };
    const before = await usesOf("acme-core");
    await openNew("requirements-uses.txt", "acme.core\nAcme_Core\nold-one\nflask\n");
    await eventually(async () => assert.equal(await usesOf("acme-core"), before + 2));
    assert.equal(await usesOf("Old_One"), 0);
  });

  it("adds a name that is flagged, with a reason, in the file that was chosen", async () => {
    const document = await openNew("requirements-add.txt", "reqeusts\n");
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
    const said = await answering(["reqeusts", "our fork", "Workspace"], () => run("add"));
    assert.deepEqual(said, ["'reqeusts' is now trusted in .vscode/settings.json."]);
    assert.match(onDisk(), /"reqeusts": \{\s+"reason": "our fork"\s+\}/);
    assert.match(onDisk(), /\/\/ Asked Ann\.\n {4}"acme-core"/);
    await expectFindings(document, []);
  });

  it("changes a reason and a day, and takes the change back", async () => {
    const said = await answering(["asked twice", "2099-01-01"], async () => {
      await run("editReason", await entry("acme-core"));
      await expectEntries(["  acme-core (asked twice"]);
      await run("editExpiry", await entry("acme-core"));
    });
    assert.deepEqual(said, [
      "The entry 'acme-core' is changed in .vscode/settings.json.",
      "The entry 'acme-core' is changed in .vscode/settings.json.",
    ]);
    assert.deepEqual(trusted()["acme-core"], { reason: "asked twice", expires: "2099-01-01" });
    assert.deepEqual(await answering([], () => run("undo")), [
      "The last change is undone in .vscode/settings.json.",
    ]);
    await answering([], () => run("undo"));
    assert.deepEqual(trusted()["acme-core"], { reason: "our own index" });
    assert.match(onDisk(), /\/\/ Asked Ann\./);
  });

  it("refuses a day that is none", async () => {
    await assert.rejects(
      answering(["30.06.2027"], async () => run("editExpiry", await entry("acme-core"))),
      /Write a day as YYYY-MM-DD/,
    );
    assert.equal(onDisk(), text);
  });

  it("removes an entry in whichever spelling", async () => {
    const said = await answering([], async () => run("remove", await entry("Old_One")));
    assert.deepEqual(said, ["'Old_One' is no longer trusted in .vscode/settings.json."]);
    assert.deepEqual(Object.keys(trusted()), ["acme-core", "pycryptoenv"]);
  });

  it("moves an entry to the shared policy file, and back by undo", async () => {
    const said = await answering(["Shared Policy"], async () => run("move", await entry("acme-core")));
    assert.deepEqual(said, [
      "'acme-core' is now trusted in namesake.json, and no longer in .vscode/settings.json.",
    ]);
    assert.deepEqual(JSON.parse(readFileSync(sharedFile(), "utf8")), {
      trustedPackages: { "acme-core": { reason: "our own index" } },
    });
    assert.deepEqual(Object.keys(trusted()), ["Old_One", "pycryptoenv"]);
    await expectEntries(["Shared Policy (namesake.json)", "  acme-core (our own index"]);
    await answering([], () => run("undo"));
    assert.deepEqual(trusted()["acme-core"], { reason: "our own index" });
    assert.deepEqual(JSON.parse(readFileSync(sharedFile(), "utf8")), { trustedPackages: {} });
  });

  it("copies an entry to the user settings, where the nearer one then shadows it", async () => {
    await answering(["User"], async () => run("copy", await entry("acme-core")));
    await expectEntries(["User", "  acme-core (shadowed by .vscode/settings.json · our own index"]);
    await answering([], () => run("undo"));
    await eventually(async () => assert(!(await lines((await api()).trustedPackages)).includes("User")));
  });

  it("changes the text of an editor with unsaved changes, and leaves saving to the person", async () => {
    const document = await open(".vscode/settings.json");
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), '  "editor.rulers": [100],\n');
    assert(await vscode.workspace.applyEdit(edit));
    const said = await answering([], async () => run("remove", await entry("Old_One")));
    assert.match(said[0] ?? "", /not saved yet/);
    assert.equal(onDisk(), text);
    assert.match(document.getText(), /rulers/);
    assert.doesNotMatch(document.getText(), /Old_One/);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("keeps what another program wrote a moment ago", async () => {
    await open(".vscode/settings.json");
    const node = await entry("Old_One");
    writeFileSync(settingsFile(), text.replace("{\n", '{\n  "editor.rulers": [80],\n'));
    const said = await answering([], () => run("remove", node) as Promise<unknown>);
    assert.deepEqual(said, ["'Old_One' is no longer trusted in .vscode/settings.json."]);
    assert.match(onDisk(), /"editor.rulers": \[80\]/);
    assert.deepEqual(Object.keys(trusted()), ["acme-core", "pycryptoenv"]);
  });

  it("shows only what the filter says, until it is cleared", async () => {
    await answering(["expired"], () => run("filter"));
    assert.deepEqual(await lines((await api()).trustedPackages), [
      "Workspace (.vscode/settings.json)",
      "  Old_One (expired on 2020-01-01 · by Bob)",
    ]);
    await run("clearFilter");
    await expectEntries(["  pycryptoenv (known malicious package"]);
  });

  it("copies entries as JSON", async () => {
    await run("copyAsJson", await entry("acme-core"));
    await eventually(async () =>
      assert.deepEqual(JSON.parse(await vscode.env.clipboard.readText()), {
        "namesake.trustedPackages": { "acme-core": { reason: "our own index" } },
      }),
    );
  });

  it("shows a table of pyproject.toml, and only reads it", async () => {
    const file = join(folder().fsPath, "pyproject.toml");
    assert(!existsSync(file));
    await openNew("pyproject.toml", '[tool.namesake.trustedPackages]\n"toml-*" = { reason = "there" }\n');
    try {
      await expectEntries(["Shared Policy (pyproject.toml)", "  toml-* (unused · there"]);
      const tree = (await api()).trustedPackages;
      const node = await nodeAt(tree, "Shared Policy", "toml-*");
      assert.equal((await tree.getTreeItem(node)).contextValue, "readOnlyEntry");
      await run("goToSetting", node);
      await eventually(() => {
        const editor = vscode.window.activeTextEditor;
        assert.equal(editor?.document.getText(editor.selection), '"toml-*"');
      });
    } finally {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      rmSync(file);
    }
  });

  it("says that a file is read-only, and changes nothing", async () => {
    const readOnly = { "**/.vscode/settings.json": true };
    await withSetting("files.readonlyInclude", readOnly, vscode.ConfigurationTarget.Global, async () => {
      const said = await answering([], async () => run("remove", await entry("Old_One")));
      assert.deepEqual(said, ["Nothing was changed in .vscode/settings.json: The file cannot be written."]);
      assert.equal(onDisk(), text);
      const open = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
      assert.deepEqual(open, []);
    });
  });
});

function onDisk(): string {
  return readFileSync(settingsFile(), "utf8");
}

function trusted(): Record<string, unknown> {
  return JSON.parse(onDisk().replace(/^\s*\/\/.*$/gm, ""))["namesake.trustedPackages"];
}

async function shown(): Promise<string[]> {
  return lines((await api()).trustedPackages);
}

/** How many places use an entry depends on what other tests left behind. */
function withoutCount(line: string): string {
  return line.startsWith(" ") ? line.replace(/(?: · | \()?(?:unused|\d+ places?)\)$|\)$/, "") : line;
}

async function entry(name: string): Promise<unknown> {
  return nodeAt((await api()).trustedPackages, "Workspace", name);
}

/** Waits until the view has lines that begin like these. */
async function expectEntries(wanted: readonly string[]): Promise<void> {
  const { trustedPackages } = await api();
  await eventually(async () => {
    const found = await lines(trustedPackages);
    for (const start of wanted) {
      assert(
        found.some((line) => line.startsWith(start)),
        `no "${start}" among\n${found.join("\n")}`,
      );
    }
  });
}
