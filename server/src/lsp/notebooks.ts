/**
 * Notebooks that an editor shows cell by cell. Each cell is a text document at a URI of its own; the file that it is
 * part of is the notebook.
 */

import { type Connection, NotebookDocuments, type TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { fileKey } from "./fileUris.ts";

export interface Notebooks {
  /** The URI of the notebook that the document is a cell of, or null. */
  notebookOf(documentUri: string): string | null;
  /** Whether the file is open cell by cell, so that its text must not be read as well. */
  isOpen(fileUri: string): boolean;
}

/**
 * @param documents will hold the cells too
 * @param changed is told the URI of each notebook that is opened or closed
 */
export function followNotebooks(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  changed: (uri: string) => void,
): Notebooks {
  /** The notebook of each cell. */
  const cells = new Map<string, string>();
  const open = new Set<string>();
  const { synchronization } = connection.notebooks;

  // The library opens the documents of cells first, which are judged at once, and tells of their notebook afterwards.
  const whoKnowsTheNotebook: typeof synchronization = {
    ...synchronization,
    onDidOpenNotebookDocument: (handler) =>
      synchronization.onDidOpenNotebookDocument((params, ...others) => {
        for (const cell of params.cellTextDocuments) cells.set(cell.uri, params.notebookDocument.uri);
        return handler(params, ...others);
      }),
    onDidChangeNotebookDocument: (handler) =>
      synchronization.onDidChangeNotebookDocument((params, ...others) => {
        const { didOpen = [], didClose = [] } = params.change.cells?.structure ?? {};
        for (const cell of didOpen) cells.set(cell.uri, params.notebookDocument.uri);
        for (const cell of didClose) cells.delete(cell.uri);
        return handler(params, ...others);
      }),
  };

  const notebooks = new NotebookDocuments(documents);
  notebooks.onDidOpen(({ uri }) => {
    open.add(fileKey(uri));
    changed(uri);
  });
  notebooks.onDidClose(({ uri, cells: closed }) => {
    open.delete(fileKey(uri));
    for (const cell of closed) cells.delete(cell.document);
    changed(uri);
  });
  const notebooksOnly = { synchronization: whoKnowsTheNotebook } as Connection["notebooks"];
  notebooks.listen({ ...connection, notebooks: notebooksOnly });
  return {
    notebookOf: (uri) => cells.get(uri) ?? null,
    isOpen: (uri) => open.has(fileKey(uri)),
  };
}
