/** Requests for diagnostics that the client takes back cost nothing. */

import { expect, test, vi } from "vitest";
import { CancellationToken, type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { pullDiagnostics } from "../../server/src/lsp/diagnostics.ts";
import { makeDocuments } from "../../server/src/lsp/documents.ts";

type Handler = Parameters<Connection["languages"]["diagnostics"]["on"]>[0];

const uri = "file:///project/requirements.txt";

/** The handler is asked directly: over streams a request has mostly begun before it is taken back. */
function pulling(diagnose: () => Promise<[]>): (token: CancellationToken) => unknown {
  const on = vi.fn<(handler: Handler) => void>();
  const documents = makeDocuments();
  documents.get = () => TextDocument.create(uri, "pip-requirements", 1, "reqeusts\n");
  const connection = { languages: { diagnostics: { on } } } as unknown as Connection;
  pullDiagnostics(connection, documents, diagnose, false);
  const handler = on.mock.calls[0]![0];
  const progress = { begin() {}, report() {}, done() {} };
  return (token) => handler({ textDocument: { uri } }, token, progress, undefined);
}

test("a request that was taken back before its turn is answered as cancelled, without a look at the text", async () => {
  const diagnose = vi.fn(async (): Promise<[]> => []);
  const pull = pulling(diagnose);
  const cancelled = await pull(CancellationToken.Cancelled);
  expect(cancelled).toBeInstanceOf(ResponseError);
  expect(cancelled).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(diagnose).not.toHaveBeenCalled();
  expect(await pull(CancellationToken.None)).toEqual({ kind: "full", items: [] });
  expect(diagnose).toHaveBeenCalledOnce();
});
