/** What the server on Node does once `initialize` is answered; `dist/service.js` is made of it. */

import type { Connection } from "vscode-languageserver";
import type { Introduction } from "../lsp/introduction.ts";
import { startServer } from "../lsp/server.ts";
import { makeNodeRuntime } from "./runtime.ts";

export function serve(connection: Connection, introduction: Introduction): void {
  startServer(connection, makeNodeRuntime(connection), introduction);
}
