/** The server as the VS Code extension starts it: a Node process that speaks over the transport in its arguments. */

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../lsp/server.ts";
import { makeNodeRuntime } from "./runtime.ts";

const connection = createConnection(ProposedFeatures.all);
startServer(connection, makeNodeRuntime(connection));
