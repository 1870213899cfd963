/** The places beside requirements and modules where a dependency is written, each as people open it. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { choose, eventually, expectFindings, folder, openNew, quickFix, quickFixes } from "../support.ts";

const place = "formats";

describe("a project's other files", () => {
  after(async () => {
    await vscode.commands.executeCommand("workbench.action.files.saveAll");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), place), { recursive: true });
  });

  it("pyproject.toml keeps quotes, extras, version, marker and comment when a name is replaced", async () => {
    const text = [
      "[project]",
      'name = "weather"',
      'requires-python = ">=3.11"',
      "dependencies = [",
      "  'reqeusts[socks]==2.32.3; python_version < \"3.14\"',  # the service",
      '  "flask>=3",',
      "]",
      "",
      "[tool.poetry.group.dev.dependencies]",
      '"numpyy" = { version = "^2", optional = true }',
      "",
    ].join("\n");
    const document = await openNew(`${place}/pyproject.toml`, text);
    await expectFindings(document, ["5:4 typosquat reqeusts", "10:2 typosquat numpyy"]);
    await choose(await quickFix(document, "reqeusts", "Replace with 'requests', keeping '==2.32.3'"));
    await choose(await quickFix(document, "numpyy", "Replace with 'numpy'"));
    assert.equal(document.getText(), text.replace("reqeusts", "requests").replace("numpyy", "numpy"));
    await expectFindings(document, []);
  });

  it("uv.lock shows the name, leads to where it is asked for and offers no other, since a tool writes it", async () => {
    await openNew(`${place}/locked/pyproject.toml`, '[project]\ndependencies = ["flask", "reqeusts"]\n');
    const text = [
      "version = 1",
      'requires-python = ">=3.11"',
      "",
      "[[package]]",
      'name = "reqeusts"',
      'version = "2.32.3"',
      'source = { registry = "https://pypi.org/simple" }',
      "",
      "[[package]]",
      'name = "weather"',
      'version = "1.0.0"',
      'source = { editable = "." }',
      'dependencies = [{ name = "reqeusts" }]',
      "",
    ].join("\n");
    const document = await openNew(`${place}/locked/uv.lock`, text);
    await expectFindings(document, ["5:9 typosquat reqeusts"]);
    await eventually(() => assert.deepEqual(leadsTo(document), ["pyproject.toml:2"]));
    const titles = (await quickFixes(document, "reqeusts")).map(({ title }) => title);
    assert(
      titles.some((title) => title.startsWith("Trust")),
      titles.join("\n"),
    );
    assert(!titles.some((title) => /^(Replace|Remove)/.test(title)), titles.join("\n"));
  });

  it("Dockerfile shows the name in an install command", async () => {
    const text =
      "FROM python:3.13-slim\nCOPY app /app\nRUN pip install --no-cache-dir flask reqeusts==2.32.3\n";
    const document = await openNew(`${place}/Dockerfile`, text);
    await expectFindings(document, ["3:38 typosquat reqeusts"]);
  });

  it("environment.yml shows the name in the part of pip, which the server loads its reader for", async () => {
    const text = "dependencies:\n  - reqeusts\n  - pip:\n      - flask\n      - reqeusts==2.32.3\n";
    const document = await openNew(`${place}/environment.yml`, text);
    await expectFindings(document, ["5:9 typosquat reqeusts"]);
  });

  it("Markdown shows the name in a code block, not in prose", async () => {
    const text = "# Weather\n\nDo not `pip install reqeusts`.\n\n```sh\npip install flask reqeusts\n```\n";
    const document = await openNew(`${place}/README.md`, text);
    await expectFindings(document, ["6:19 typosquat reqeusts"]);
  });
});

/** The places that the findings of a document lead to, by file and line. */
function leadsTo({ uri }: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .flatMap(({ relatedInformation = [] }) => relatedInformation)
    .map(({ location }) => `${location.uri.path.split("/").at(-1)}:${location.range.start.line + 1}`);
}
