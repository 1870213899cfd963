/** The floor of the server: the same library and transport, and no feature. It answers every document with no diagnostics. */

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";

const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(({ capabilities }) => {
  if (!capabilities.textDocument?.diagnostic) pushNothing();
  return { capabilities: {} };
});
connection.languages.diagnostics.on(() => ({ kind: "full", items: [] }));
connection.listen();

function pushNothing(): void {
  const push = ({ uri, version }: { uri: string; version: number }) =>
    void connection.sendDiagnostics({ uri, version, diagnostics: [] });
  connection.onDidOpenTextDocument(({ textDocument }) => push(textDocument));
  connection.onDidChangeTextDocument(({ textDocument }) => push(textDocument));
}
