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
  const notebooks = new NotebookDocuments(documents);
  const open = new Set<string>();
  notebooks.onDidOpen(({ uri }) => {
    open.add(fileKey(uri));
    changed(uri);
  });
  notebooks.onDidClose(({ uri }) => {
    open.delete(fileKey(uri));
    changed(uri);
  });
  notebooks.listen(connection);
  return {
    notebookOf: (uri) => notebooks.findNotebookDocumentForCell(uri)?.uri ?? null,
    isOpen: (uri) => open.has(fileKey(uri)),
  };
}
