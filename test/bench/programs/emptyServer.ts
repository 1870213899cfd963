/** The floor of the server: the same library and transport, and no feature. It answers every file with no diagnostics. */

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";

const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({ capabilities: {} }));
connection.languages.diagnostics.on(() => ({ kind: "full", items: [] }));
connection.listen();
