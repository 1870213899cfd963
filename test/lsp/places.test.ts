/** Places say of every offset what the document says, in whatever order they are asked for. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { placesWithoutTable } from "../../server/src/lsp/places.ts";

const pieces = fc.array(fc.constantFrom("\n", "\n\n", "a", "é😀", "name = 1"), { maxLength: 30 });

const withReturns = fc.array(fc.constantFrom("\n", "\r\n", "\r", "a", "name = 1"), { maxLength: 30 });

test("any offset stands where the document has it", () => {
  fc.assert(
    fc.property(fc.oneof(pieces, withReturns), fc.infiniteStream(fc.nat()), (parts, numbers) => {
      const document = TextDocument.create("file:///uv.lock", "toml", 1, parts.join(""));
      const places = placesWithoutTable(document);
      const { length } = document.getText();
      for (const number of numbers.take(20)) {
        const offset = number % (length + 1);
        expect(places.positionAt(offset)).toEqual(document.positionAt(offset));
      }
    }),
  );
});
