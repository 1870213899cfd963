/** The part of the editor for protocol tests that shows notebooks: each cell is a text document of the editor. */

import {
  DidChangeNotebookDocumentNotification,
  DidCloseNotebookDocumentNotification,
  DidOpenNotebookDocumentNotification,
  type LSPObject,
  type NotebookCell,
  NotebookCellKind,
  type NotebookDocumentChangeEvent,
  type ProtocolConnection,
  type TextDocumentContentChangeEvent,
  type TextDocumentItem,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";

export interface Cell {
  readonly uri: string;
  /** Python where it is left out. */
  readonly languageId?: string;
  readonly text: string;
}

export interface NotebookEditor {
  /** @param metadata of the notebook itself */
  openNotebook(uri: string, cells: readonly Cell[], metadata?: LSPObject): Promise<void>;
  /** Makes the notebook consist of these cells, in this order; the texts of those that it has already stay. */
  setCells(uri: string, cells: readonly Pick<Cell, "uri">[] | readonly Cell[]): Promise<void>;
  closeNotebook(uri: string): Promise<void>;
}

/** @returns the notebook's part of the editor, and what tells the server of an edit within a cell */
export function makeNotebookEditor(connection: ProtocolConnection, documents: Map<string, TextDocument>) {
  const notebooks = new Map<string, { version: number; cells: readonly string[] }>();

  function openCell({ uri, languageId = "python", text }: Cell): TextDocumentItem {
    documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    return { uri, languageId, version: 1, text };
  }

  async function change(uri: string, event: NotebookDocumentChangeEvent): Promise<void> {
    const notebook = notebooks.get(uri)!;
    notebook.version += 1;
    await connection.sendNotification(DidChangeNotebookDocumentNotification.type, {
      notebookDocument: { uri, version: notebook.version },
      change: event,
    });
  }

  const editor: NotebookEditor = {
    async openNotebook(uri, cells, metadata = {}) {
      notebooks.set(uri, { version: 1, cells: cells.map((cell) => cell.uri) });
      const notebook = { uri, notebookType: "jupyter-notebook", version: 1, metadata };
      await connection.sendNotification(DidOpenNotebookDocumentNotification.type, {
        notebookDocument: { ...notebook, cells: cells.map(toProto) },
        cellTextDocuments: cells.map(openCell),
      });
    },
    async setCells(uri, cells) {
      const notebook = notebooks.get(uri)!;
      const before = notebook.cells;
      notebook.cells = cells.map((cell) => cell.uri);
      const gone = before.filter((cell) => !notebook.cells.includes(cell));
      for (const cell of gone) documents.delete(cell);
      const didOpen = cells.flatMap((cell) =>
        !before.includes(cell.uri) && "text" in cell ? [openCell(cell)] : [],
      );
      const array = { start: 0, deleteCount: before.length, cells: cells.map(toProto) };
      await change(uri, {
        cells: { structure: { array, didOpen, didClose: gone.map((cell) => ({ uri: cell })) } },
      });
    },
    async closeNotebook(uri) {
      const { cells } = notebooks.get(uri)!;
      notebooks.delete(uri);
      for (const cell of cells) documents.delete(cell);
      await connection.sendNotification(DidCloseNotebookDocumentNotification.type, {
        notebookDocument: { uri },
        cellTextDocuments: cells.map((cell) => ({ uri: cell })),
      });
    },
  };

  return {
    editor,
    /** False where the document is no cell. */
    async changeCell(
      uri: string,
      version: number,
      changes: TextDocumentContentChangeEvent[],
    ): Promise<boolean> {
      const notebook = [...notebooks].find(([, { cells }]) => cells.includes(uri))?.[0];
      if (notebook === undefined) return false;
      await change(notebook, { cells: { textContent: [{ document: { uri, version }, changes }] } });
      return true;
    },
  };
}

function toProto({ uri }: Pick<Cell, "uri">): NotebookCell {
  return { kind: NotebookCellKind.Code, document: uri };
}
