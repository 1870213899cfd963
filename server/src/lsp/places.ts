/** Where offsets of a text stand, by line and character. */

import type { Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";

/** A `TextDocument` is one. */
export interface Places {
  positionAt(offset: number): Position;
}

/**
 * The same as the document itself says, in one pass over the text where offsets ascend. For its first answer the
 * document makes a table of all lines, which edits need; of a large lock that takes as long as judging it.
 */
export function placesWithoutTable(document: TextDocument): Places {
  const text = document.getText();
  // Other line breaks are for the library to know.
  if (text.includes("\r")) return document;
  let line = 0;
  let lineStart = 0;
  return {
    positionAt(offset) {
      if (offset < lineStart) [line, lineStart] = [0, 0];
      for (;;) {
        const lineEnd = text.indexOf("\n", lineStart);
        if (lineEnd < 0 || lineEnd >= offset) return { line, character: offset - lineStart };
        line += 1;
        lineStart = lineEnd + 1;
      }
    },
  };
}
