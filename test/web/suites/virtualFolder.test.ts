/** In a browser, on a folder that lies on no disk: what the project itself says of names is read through the editor. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  choose,
  eventually,
  expectFindings,
  expectSetting,
  folder,
  open,
  quickFix,
} from "../../editor/support.ts";

const key = "namesake.trustedPackages";
const finding = ["1:8 typosquat reqeusts"];

describe("a virtual folder in a browser", () => {
  const made: string[] = [];

  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    for (const path of made.splice(0)) {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), path), { recursive: true });
    }
  });

  async function write(path: string, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder(), path), new TextEncoder().encode(text));
    made.push(path);
  }

  it("is what these suites run on", () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(folder().scheme, "vscode-test-web");
    assert.equal("process" in globalThis && "versions" in (globalThis.process ?? {}), false);
  });

  it("has modules of its own, which are not taken for packages", async () => {
    await write("tools/reqeusts.py", "");
    await write("main.py", "import reqeusts\nimport numpyy\n");
    await expectFindings(await open("main.py"), ["2:8 typosquat numpyy"]);
  });

  it("declares packages, which its modules may import", async () => {
    await write("main.py", "import acme_speedups\nimport reqeusts\n");
    await expectFindings(await open("main.py"), ["2:8 typosquat reqeusts"]);
  });

  for (const [path, text] of [
    ["namesake.json", '{ "trustedPackages": { "reqeusts": {} } }'],
    ["pyproject.toml", "[tool.namesake.trustedPackages]\nreqeusts = {}\n"],
  ] as const) {
    it(`heeds ${path}, and its end`, async () => {
      await write("main.py", "import reqeusts\n");
      const document = await open("main.py");
      await expectFindings(document, finding);
      await write(path, text);
      await expectFindings(document, []);
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), path));
      made.splice(made.indexOf(path), 1);
      await expectFindings(document, finding);
    });
  }

  it("takes what git ignores for no manifest", async () => {
    await write(".gitignore", "vendored/\n");
    await write("vendored/requirements.txt", "acme-widgetry\n");
    await write("main.py", "import reqeusts\n");
    await expectFindings(await open("main.py"), finding);
  });

  it("has settings, to which trust is added where it stands beside other things", async () => {
    const settings = vscode.Uri.joinPath(folder(), ".vscode", "settings.json");
    const before = await vscode.workspace.fs.readFile(settings);
    await write("main.py", "import reqeusts\n");
    const document = await open("main.py");
    await expectFindings(document, finding);
    const title = "Trust 'reqeusts' in this workspace (.vscode/settings.json)";
    await choose(await quickFix(document, "reqeusts", title));
    await expectFindings(document, []);
    const entries = { reason: "our own index", by: "platform team" };
    await expectSetting(settings, key, { "acme-core": entries, "acme-*": entries, reqeusts: {} });
    await vscode.workspace.fs.writeFile(settings, before);
    await expectFindings(document, finding);
  });

  it("is checked again by a server that was restarted", async () => {
    await write("tools/reqeusts.py", "");
    await write("main.py", "import reqeusts\nimport numpyy\n");
    const document = await open("main.py");
    await expectFindings(document, ["2:8 typosquat numpyy"]);
    await vscode.commands.executeCommand("namesake.restartServer");
    await expectFindings(document, ["2:8 typosquat numpyy"]);
  });

  it("is scanned as a whole, without what git ignores", async () => {
    await write(".gitignore", "vendored/\n");
    await write("vendored/requirements.txt", "numpyy\n");
    await write("deep/below/requirements.txt", "numpyy\n");
    await vscode.commands.executeCommand("namesake.scanWorkspace");
    const flagged = () =>
      vscode.languages
        .getDiagnostics()
        .filter(([, found]) => found.some(({ source }) => source === "Namesake"))
        .map(([uri]) => uri.path)
        // Other suites leave files at the root.
        .filter((path) => path.lastIndexOf("/") > 0)
        .sort();
    await eventually(() => assert.deepEqual(flagged(), ["/app/main.py", "/deep/below/requirements.txt"]));
  });

  it("leaves an untitled document to itself", async () => {
    const document = await vscode.workspace.openTextDocument({
      language: "pip-requirements",
      content: "reqeusts\nflask\n",
    });
    await vscode.window.showTextDocument(document);
    await expectFindings(document, ["1:1 typosquat reqeusts"]);
  });
});
