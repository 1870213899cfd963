/** Notebooks as an editor shows them: every cell a text document, every finding and every edit in its cell. */

import { afterEach, describe, expect, test } from "vitest";
import { type Review, reviewRequest, type ScanResult, scanRequest } from "../../server/src/lsp/protocol.ts";
import { type Editor, type EditorOptions, settingsWith, startEditor } from "../support/editor.ts";
import type { Cell } from "../support/notebookEditor.ts";

const notebook = "file:///project/research/model.ipynb";
const first = "vscode-notebook-cell:/project/research/model.ipynb#W0sZmlsZQ%3D%3D";
const second = "vscode-notebook-cell:/project/research/model.ipynb#W1sZmlsZQ%3D%3D";
const third = "vscode-notebook-cell:/project/research/model.ipynb#W2sZmlsZQ%3D%3D";

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

async function start(options?: EditorOptions): Promise<Editor> {
  editor = await startEditor(options);
  return editor;
}

const flagged = async (from: Editor, uri: string): Promise<string[]> =>
  (await from.diagnostics(uri)).map(
    ({ code, range }) => `${code} ${range.start.line}:${range.start.character}`,
  );

const json = (...sources: string[]): string =>
  JSON.stringify({ cells: sources.map((source) => ({ cell_type: "code", source })) });

describe.each([
  { way: "pulled", pull: true },
  { way: "pushed", pull: false },
])("diagnostics of cells that are $way", ({ pull }) => {
  const cells: Omit<Cell, "uri">[] = [
    { text: "import reqeusts\n" },
    { text: "import requests\n" },
    { text: "# the data\n%pip install -q reqeusts\n" },
    { text: "!pip install reqeusts" },
    { text: "%%bash\npip install reqeusts\n" },
    { text: "%%html\nimport reqeusts\n" },
    { text: "%%sh\nimport reqeusts\n" },
    { text: "pip install reqeusts\n", languageId: "shellscript" },
    { text: "import reqeusts\n", languageId: "julia" },
    { text: json("import reqeusts\n") },
    { text: "" },
  ];
  test("are where the wrong names are, and nowhere else", async () => {
    const client = await start({ pull });
    const named = cells.map((cell, index) => ({ ...cell, uri: `${first}${index}` }));
    await client.openNotebook(notebook, named);
    const found: string[][] = [];
    for (const { uri } of named) found.push(await flagged(client, uri));
    expect(found).toEqual([
      ["typosquat 0:7"],
      [],
      ["typosquat 1:16"],
      ["typosquat 0:13"],
      ["typosquat 1:12"],
      [],
      [],
      ["typosquat 0:12"],
      [],
      [],
      [],
    ]);
  });

  test("are by the policy of the notebook's folder, from the moment the notebook or a cell is there", async () => {
    const files = { "file:///project/namesake.json": '{ "blockedPackages": { "flask": {} } }' };
    const client = await start({ pull, files });
    // The data is loaded and the policy is read, so that nothing holds up the judgement of a cell.
    await client.open("file:///project/requirements.txt", "pip-requirements", "flask\n");
    expect(await client.diagnostics("file:///project/requirements.txt")).toHaveLength(1);
    await client.openNotebook(notebook, [{ uri: first, text: "import flask\n" }]);
    expect(await flagged(client, first)).toEqual(["blocked-package 0:7"]);
    await client.setCells(notebook, [
      { uri: first, text: "" },
      { uri: second, text: "import flask\n" },
    ]);
    expect(await flagged(client, second)).toEqual(["blocked-package 0:7"]);
  });

  test("come in that way only, for cells only", async () => {
    const client = await start({ pull });
    await client.openNotebook(notebook, [{ uri: first, text: "import reqeusts\n" }]);
    expect(await flagged(client, first)).toHaveLength(1);
    expect(client.pushed()).toEqual(pull ? [] : [first]);
  });

  test("follow an edit, in the cell that was edited", async () => {
    const client = await start({ pull });
    await client.openNotebook(notebook, [
      { uri: first, text: "import requests\n" },
      { uri: second, text: "import os\nimport reqeusts\n" },
    ]);
    await client.replace(first, "requests", "numpyy");
    expect(await flagged(client, first)).toEqual(["typosquat 0:7"]);
    expect(await flagged(client, second)).toEqual(["typosquat 1:7"]);
    await client.replace(second, "import os\n", "");
    await client.replace(first, "numpyy", "numpy");
    expect(await flagged(client, first)).toEqual([]);
    expect(await flagged(client, second)).toEqual(["typosquat 0:7"]);
  });

  test("come with a new cell, stay with one that is moved and go with one that is deleted", async () => {
    const client = await start({ pull });
    const cell = { uri: first, text: "import reqeusts\n" };
    await client.openNotebook(notebook, [cell, { uri: second, text: "import numpyy\n" }]);
    await client.setCells(notebook, [{ uri: second }, { uri: third, text: "import skleran\n" }, cell]);
    expect(await flagged(client, third)).toEqual(["typosquat 0:7"]);
    expect(await flagged(client, second)).toEqual(["typosquat 0:7"]);
    await client.replace(first, "import reqeusts", "import os, reqeusts");
    expect(await flagged(client, first)).toEqual(["typosquat 0:11"]);

    await client.setCells(notebook, [{ uri: third }]);
    await expect.poll(() => flagged(client, first)).toEqual([]);
    await expect.poll(() => flagged(client, second)).toEqual([]);
    expect(await flagged(client, third)).toEqual(["typosquat 0:7"]);
  });

  test("go when the notebook closes, and come again with other texts when it opens", async () => {
    const client = await start({ pull });
    await client.openNotebook(notebook, [{ uri: first, text: "import reqeusts\n" }]);
    expect(await flagged(client, first)).toEqual(["typosquat 0:7"]);
    await client.closeNotebook(notebook);
    await expect.poll(() => flagged(client, first)).toEqual([]);
    await client.openNotebook(notebook, [{ uri: first, text: "\nimport reqeusts\n" }]);
    await expect.poll(() => flagged(client, first)).toEqual(["typosquat 1:7"]);
  });

  test("of the file's text are there only while it is not open as a notebook", async () => {
    const client = await start({ pull });
    await client.open(notebook, "json", json("import reqeusts\n"));
    expect(await flagged(client, notebook)).toHaveLength(1);
    await client.openNotebook(notebook, [{ uri: first, text: "import reqeusts\n" }]);
    await expect.poll(() => flagged(client, notebook)).toEqual([]);
    expect(await flagged(client, first)).toHaveLength(1);
    await client.closeNotebook(notebook);
    await expect.poll(() => flagged(client, notebook)).toHaveLength(1);
    await expect.poll(() => flagged(client, first)).toEqual([]);
    expect(client.refreshes()).toBe(pull ? 2 : 0);
  });
});

describe("in a cell", () => {
  test("a fix edits the cell", async () => {
    const client = await start();
    await client.openNotebook(notebook, [
      { uri: first, text: "import reqeusts\n" },
      { uri: second, text: "%pip install reqeusts[socks]==2.32.3\nimport reqeusts as r\n" },
    ]);
    const [fix] = await client.actions(second, "reqeusts");
    expect(Object.keys(fix?.edit?.changes ?? {})).toEqual([second]);
    await client.apply(fix!);
    expect(client.textOf(second)).toBe("%pip install requests[socks]==2.32.3\nimport reqeusts as r\n");
    expect(client.textOf(first)).toBe("import reqeusts\n");
    expect(await flagged(client, second)).toEqual(["typosquat 1:7"]);
  });

  test("a hover tells of the name under it", async () => {
    const client = await start();
    await client.openNotebook(notebook, [
      { uri: first, text: "import numpy\n" },
      { uri: second, text: "import reqeusts\n" },
    ]);
    const hover = await client.hover(second, "reqeusts");
    expect(JSON.stringify(hover?.contents)).toContain("requests");
    expect(await client.hover(second, "import")).toBeNull();
  });

  test("a comment silences its line", async () => {
    const client = await start();
    const text = "import reqeusts  # namesake: ignore\nimport numpyy\n";
    await client.openNotebook(notebook, [{ uri: first, text }]);
    expect(await flagged(client, first)).toEqual(["typosquat 1:7"]);
  });

  test("the project's own modules are known", async () => {
    const client = await start({ contents: { paths: ["research/reqeusts.py"] } });
    await client.openNotebook(notebook, [{ uri: first, text: "import reqeusts, numpyy\n" }]);
    expect(await flagged(client, first)).toEqual(["typosquat 0:17"]);
  });

  test("a name can be trusted where the notebook's folder keeps its settings", async () => {
    const settings = { ...settingsWith({}), workspaceFile: "both.code-workspace" };
    const client = await start({
      folders: ["file:///project", "file:///other"],
      options: { trustCommand: true, settings },
    });
    await client.openNotebook(notebook, [{ uri: first, text: "import reqeusts\n" }]);
    const actions = await client.actions(first, "reqeusts");
    const scopes = actions.flatMap(({ command }) => command?.arguments ?? []);
    expect(scopes).toContainEqual({ name: "reqeusts", scope: "folder", folder: "file:///project" });
  });
});

describe("whether a cell is checked", () => {
  test.each([
    { name: "a pattern for the notebook", settings: { exclude: ["research/*.ipynb"] }, checked: false },
    { name: "a pattern for Python files", settings: { exclude: ["**/*.py"] }, checked: true },
    { name: "a pattern that takes in its folder", settings: { include: ["research/**"] }, checked: true },
    { name: "a pattern that takes in another", settings: { include: ["app/**"] }, checked: false },
  ])("$name decides", async ({ settings, checked }) => {
    const client = await start({ options: { settings: settingsWith(settings) } });
    await client.openNotebook(notebook, [{ uri: first, text: "import reqeusts\n" }]);
    expect(await flagged(client, first)).toHaveLength(checked ? 1 : 0);
  });

  test("a notebook of the past is left alone, and the same one of today is not", async () => {
    const client = await start();
    const past = 'git:/project/research/model.ipynb?{"ref":"HEAD"}';
    await client.openNotebook(past, [{ uri: third, text: "import reqeusts\n" }]);
    await client.openNotebook(notebook, [{ uri: first, text: "import reqeusts\n" }]);
    expect(await flagged(client, third)).toEqual([]);
    expect(await flagged(client, first)).toHaveLength(1);
  });

  test("a new notebook that is no file yet is checked", async () => {
    const client = await start();
    await client.openNotebook("untitled:Untitled-1.ipynb", [{ uri: first, text: "import reqeusts\n" }]);
    expect(await flagged(client, first)).toHaveLength(1);
  });
});

describe("after a scan", () => {
  const files = { [notebook]: json("import reqeusts\n", "import numpy, numpyy\n") };
  const scan = (client: Editor): Promise<ScanResult> => client.connection.sendRequest(scanRequest, null);
  const reviewed = async (client: Editor): Promise<string[]> => {
    const { packages }: Review = await client.connection.sendRequest(reviewRequest);
    return packages.flatMap(({ places }) => places.map(({ name, uri }) => `${name} ${uri}`)).sort();
  };
  const byFile = [`numpyy ${notebook}`, `reqeusts ${notebook}`];
  const byCell = [`numpyy ${second}`, `reqeusts ${first}`];
  const cells = [
    { uri: first, text: "import reqeusts\n" },
    { uri: second, text: "import numpy, numpyy\n" },
  ];

  test("a notebook's names are listed once: by the file, and while it is open by its cells", async () => {
    const client = await start({ pull: false, files });
    expect(await scan(client)).toMatchObject({ files: 1, findings: 2 });
    expect(await reviewed(client)).toEqual(byFile);
    expect(await flagged(client, notebook)).toHaveLength(2);

    await client.openNotebook(notebook, cells);
    await expect.poll(() => reviewed(client)).toEqual(byCell);
    await expect.poll(() => flagged(client, notebook)).toEqual([]);
    expect(await flagged(client, first)).toHaveLength(1);

    await client.closeNotebook(notebook);
    await expect.poll(() => reviewed(client)).toEqual(byFile);
    await expect.poll(() => flagged(client, notebook)).toHaveLength(2);
    expect(await flagged(client, first)).toEqual([]);
  });

  test("a scan passes over a notebook that is open", async () => {
    const client = await start({ pull: false, files });
    await client.openNotebook(notebook, cells);
    expect(await flagged(client, first)).toHaveLength(1);
    await scan(client);
    expect(await reviewed(client)).toEqual(byCell);
  });
});
