/** A notebook as people open it: what is wrong is shown and mended in its cell. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { choose, eventually, expectFindings, folder, quickFix } from "../support.ts";
import { api, lines, nodeAt } from "../trees.ts";

const place = () => vscode.Uri.joinPath(folder(), "notebooks");
const file = () => vscode.Uri.joinPath(place(), "forecast.ipynb");

describe("a notebook", () => {
  let notebook: vscode.NotebookDocument;
  const cell = (index: number) => notebook.cellAt(index).document;

  before(async () => {
    const text = JSON.stringify({
      cells: [
        {
          cell_type: "markdown",
          metadata: {},
          source: ["# Forecast\n", "```sh\n", "pip install reqeusts\n", "```"],
        },
        codeCell("%pip install -q reqeusts==2.32.3 pandas\n"),
        codeCell("import numpy as np\n", "import skleran\n", "from sklearn import svm\n"),
        codeCell("import pandas as pd\n", "pd.DataFrame()\n"),
      ],
      metadata: {
        kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
        language_info: { name: "python" },
      },
      nbformat: 4,
      nbformat_minor: 4,
    });
    await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(text));
    notebook = await show();
  });

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(place(), { recursive: true });
  });

  it("shows the findings in their cells, and none in the others", async () => {
    await expectFindings(cell(1), ["1:17 typosquat reqeusts"]);
    await expectFindings(cell(2), ["2:8 typosquat skleran"]);
    assert.deepEqual(listed(), [1, 2]);
  });

  it("is mended in the cell", async () => {
    await choose(await quickFix(cell(1), "reqeusts", "Replace with 'requests', keeping '==2.32.3'"));
    assert.equal(cell(1).getText(), "%pip install -q requests==2.32.3 pandas\n");
    await expectFindings(cell(1), []);
    await expectFindings(cell(2), ["2:8 typosquat skleran"]);
  });

  it("explains a name in a cell", async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      cell(2).uri,
      new vscode.Position(1, 9),
    );
    const shown = hovers
      .flatMap(({ contents }) => contents)
      .map((each) => (each as vscode.MarkdownString).value);
    assert.match(shown.join("\n"), /sklearn/);
  });

  it("follows cells that are added, moved and deleted", async () => {
    const added = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, "import reqeusts\n", "python");
    await change(vscode.NotebookEdit.insertCells(0, [added]));
    await expectFindings(cell(0), ["1:8 typosquat reqeusts"]);
    await expectFindings(cell(3), ["2:8 typosquat skleran"]);
    await change(vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1)));
    await eventually(() => assert.deepEqual(listed(), [2]));
    await expectFindings(cell(2), ["2:8 typosquat skleran"]);
  });

  it("is listed once after a scan: by its cells while it is open, else by its file", async () => {
    await vscode.commands.executeCommand("workbench.action.files.save");
    await vscode.commands.executeCommand("namesake.scanWorkspace");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(listed(), [2]);
    assert.deepEqual(ours(file()), []);
    const { findings } = await api();
    await eventually(async () => {
      const found = (await lines(findings)).filter((line) => line.includes("forecast.ipynb"));
      assert.deepEqual(found, ["  notebooks/forecast.ipynb, cell 3:2 (Replace with 'sklearn')"]);
    });
    const { command } = await findings.getTreeItem(
      await nodeAt(findings, "skleran", "notebooks/forecast.ipynb, cell 3:2"),
    );
    assert(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await eventually(() => {
      const active = vscode.window.activeTextEditor;
      assert.equal(active?.document.uri.toString(), cell(2).uri.toString());
      assert.equal(active.document.getText(active.selection), "skleran");
    });

    await change(vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(3, 4)));
    const added = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, "import reqeusts\n", "python");
    await change(vscode.NotebookEdit.insertCells(3, [added]));
    await eventually(() => assert.deepEqual(listed(), [2, 3]));
    await change(vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(3, 4)));
    await eventually(() => assert.deepEqual(inCells(), ["skleran"]));

    await vscode.commands.executeCommand("workbench.action.files.save");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await eventually(() => assert.deepEqual(ours(file()).map(codeOf), ["typosquat"]));
    await eventually(() => assert.deepEqual(inCells(), []));
    await vscode.commands.executeCommand("namesake.restartServer");
  });

  async function show(): Promise<vscode.NotebookDocument> {
    await vscode.commands.executeCommand("vscode.openWith", file(), "jupyter-notebook");
    let found: vscode.NotebookDocument | undefined;
    await eventually(() => {
      found = vscode.workspace.notebookDocuments.find(({ uri }) => uri.toString() === file().toString());
      assert(found, "the notebook is not open");
    });
    return found!;
  }

  async function change(edit: vscode.NotebookEdit): Promise<void> {
    const whole = new vscode.WorkspaceEdit();
    whole.set(notebook.uri, [edit]);
    assert(await vscode.workspace.applyEdit(whole));
  }

  /** The cells with findings, by their places in the notebook. */
  function listed(): number[] {
    return notebook
      .getCells()
      .filter(({ document }) => ours(document.uri).length > 0)
      .map(({ index }) => index);
  }
});

/** Whatever is listed for a cell of any notebook, deleted ones too. */
function inCells(): string[] {
  return vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.scheme === "vscode-notebook-cell")
    .flatMap(([uri]) => ours(uri))
    .map(({ message }) => /'([^']*)'/.exec(message)?.[1] ?? message);
}

function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Namesake");
}

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === "object" ? code.value : code;
}

function codeCell(...source: string[]) {
  return { cell_type: "code", execution_count: null, metadata: {}, outputs: [], source };
}
