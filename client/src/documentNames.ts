/** What people call a document: its path in the workspace, and for a notebook's cell the notebook's and the cell's number. */

import { l10n, type Uri, workspace } from "vscode";
import { cellScheme } from "./documents.ts";

export function nameOf(uri: Uri): string {
  return (uri.scheme === cellScheme ? nameOfCell(uri) : undefined) ?? workspace.asRelativePath(uri);
}

function nameOfCell(uri: Uri): string | undefined {
  const wanted = uri.toString();
  const cells = workspace.notebookDocuments.flatMap((notebook) => notebook.getCells());
  const cell = cells.find(({ document }) => document.uri.toString() === wanted);
  // Counted from one, with the cells of text between those of code.
  return (
    cell &&
    l10n.t("{notebook}, cell {cell}", {
      notebook: workspace.asRelativePath(cell.notebook.uri),
      cell: cell.index + 1,
    })
  );
}
