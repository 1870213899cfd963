/** What the server in a worker does once `initialize` is answered; `dist/service.js` is made of it. */

import type { Connection } from "vscode-languageserver";
import type { Introduction } from "../lsp/introduction.ts";
import { startServer } from "../lsp/server.ts";
import { makeBrowserRuntime } from "./runtime.ts";

export function serve(connection: Connection, introduction: Introduction, pack: Uint8Array): void {
  startServer(connection, makeBrowserRuntime(connection, pack), introduction);
}
