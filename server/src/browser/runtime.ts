/** The server's runtime in a web worker, which has no files: the client reads them. */

import type { Connection } from "vscode-languageserver";
import { clientFiles } from "../lsp/clientFiles.ts";
import type { Runtime } from "../lsp/runtime.ts";

export function makeBrowserRuntime(connection: Connection, pack: Uint8Array): Runtime {
  return {
    ...clientFiles(connection),
    loadPack: async () => pack,
    now: () => new Date(),
    schedule(work, milliseconds) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
