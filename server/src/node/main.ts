/** The server on Node: a process that speaks over the transport in its arguments, to VS Code and to other editors. */

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { answerInitialize } from "../lsp/initialize.ts";
import type { Introduction } from "../lsp/introduction.ts";
import { readTranslations } from "./translations.ts";

// Serves until the editor ends the process. Most of our code is loaded after the answer to `initialize`.
const connection = createConnection(ProposedFeatures.all);
answerInitialize(connection, (introduction) => void start(introduction), readTranslations);

/** What is imported stands in the same file as this, so that it is there before the next message is looked at. */
async function start(introduction: Introduction): Promise<void> {
  const { startServer } = await import("../lsp/server.ts");
  const { makeNodeRuntime } = await import("./runtime.ts");
  startServer(connection, makeNodeRuntime(connection), introduction);
}
