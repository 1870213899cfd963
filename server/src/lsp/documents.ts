/** The open documents, as the editor has them. */

import {
  type Range,
  type TextDocumentContentChangeEvent,
  TextDocuments,
  type TextDocumentsConfiguration,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

export function makeDocuments(): TextDocuments<TextDocument> {
  const configuration: TextDocumentsConfiguration<TextDocument> = { create: TextDocument.create, update };
  return new TextDocuments(configuration);
}

/**
 * Places beyond the end of a line or of the text are taken for that end, as the specification has it. The library finds
 * their offsets so too, yet counts the lines of the change by the numbers as they came, after which its positions are wrong.
 */
function update(
  document: TextDocument,
  changes: TextDocumentContentChangeEvent[],
  version: number,
): TextDocument {
  // One by one, since each change counts from the text that the one before it left.
  for (const change of changes) {
    const within =
      "range" in change ? { text: change.text, range: rangeWithin(document, change.range) } : change;
    TextDocument.update(document, [within], version);
  }
  return document;
}

function rangeWithin(document: TextDocument, { start, end }: Range): Range {
  return {
    start: document.positionAt(document.offsetAt(start)),
    end: document.positionAt(document.offsetAt(end)),
  };
}
