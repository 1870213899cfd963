/**
 * Notebooks that an editor shows cell by cell. Each cell is a text document at a URI of its own; the file that it is
 * part of is the notebook.
 */

import type {
  Connection,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocuments,
} from "vscode-languageserver";
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
  const texts = listenForTexts(documents);

  // Documents of cells are judged as soon as they open, and need to have their notebook by then.
  function openCell(textDocument: DidOpenTextDocumentParams["textDocument"], notebook: string): void {
    cells.set(textDocument.uri, notebook);
    texts.open({ textDocument });
  }

  function closeCell(uri: string): void {
    texts.close({ textDocument: { uri } });
    cells.delete(uri);
  }

  // Not the library's, which keeps with each cell that was taken out the whole notebook, also once that is closed.
  synchronization.onDidOpenNotebookDocument(({ notebookDocument: { uri }, cellTextDocuments }) => {
    for (const cell of cellTextDocuments) openCell(cell, uri);
    open.add(fileKey(uri));
    changed(uri);
  });
  synchronization.onDidChangeNotebookDocument(({ notebookDocument: { uri }, change }) => {
    const { didOpen = [], didClose = [] } = change.cells?.structure ?? {};
    for (const cell of didOpen) openCell(cell, uri);
    for (const cell of didClose) closeCell(cell.uri);
    for (const { document, changes } of change.cells?.textContent ?? [])
      texts.change({ textDocument: document, contentChanges: changes });
  });
  synchronization.onDidCloseNotebookDocument(({ notebookDocument: { uri } }) => {
    for (const [cell, notebook] of [...cells]) if (notebook === uri) closeCell(cell);
    open.delete(fileKey(uri));
    changed(uri);
  });
  return {
    notebookOf: (uri) => cells.get(uri) ?? null,
    isOpen: (uri) => open.has(fileKey(uri)),
  };
}

interface Texts {
  open(params: DidOpenTextDocumentParams): void;
  change(params: DidChangeTextDocumentParams): void;
  close(params: DidCloseTextDocumentParams): void;
}

/** @returns what tells the documents of texts beside those that the connection tells them of */
function listenForTexts(documents: TextDocuments<TextDocument>): Texts {
  const ignored = () => ({ dispose() {} });
  const heard: Partial<Texts> = {};
  const listener = (name: keyof Texts) => (handler: (params: never) => void) => {
    heard[name] = handler as (params: unknown) => void;
    return { dispose() {} };
  };
  const source: Parameters<typeof documents.listen>[0] = {
    onDidOpenTextDocument: listener("open"),
    onDidChangeTextDocument: listener("change"),
    onDidCloseTextDocument: listener("close"),
    onWillSaveTextDocument: ignored,
    onWillSaveTextDocumentWaitUntil: ignored,
    onDidSaveTextDocument: ignored,
  };
  documents.listen(source);
  return heard as Texts;
}
