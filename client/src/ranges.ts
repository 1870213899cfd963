/** Places in documents, from the words of the server. */

import { Range, type TextDocument } from "vscode";
import type { ReviewedPlace } from "../../server/src/lsp/protocol.ts";

/** @param span UTF-16 offsets */
export function rangeOf(
  document: TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** @param range of the protocol, which counts as VS Code does */
export function toRange({ start, end }: ReviewedPlace["range"]): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
