/** The server as the web extension starts it: a worker. The first message is its own, all others are the protocol's. */

import * as library from "vscode-languageserver/browser";
import { answerInitialize } from "../lsp/initialize.ts";
import { loadService } from "../lsp/serviceFile.ts";

/** What a worker cannot find by itself. */
interface FirstMessage {
  readonly pack: Uint8Array;
  /** The URL of `service.js`. */
  readonly service: string;
  /** The URL of the file that `scripts/build/yamlWhenNeeded.mjs` asks for. */
  readonly yaml: string;
}

const worker = self as unknown as DedicatedWorkerGlobalScope;

// The reader takes the next messages: it becomes the handler in this one's place.
worker.onmessage = ({ data: { pack, service, yaml } }: MessageEvent<FirstMessage>) => {
  Object.assign(worker, { require: () => worker.importScripts(yaml) });
  const connection = library.createConnection(
    library.ProposedFeatures.all,
    new library.BrowserMessageReader(worker),
    new library.BrowserMessageWriter(worker),
  );
  // A worker runs on until somebody ends it.
  connection.onExit(() => worker.close());
  answerInitialize(connection, (introduction) => {
    const load = () => worker.importScripts(service);
    loadService<typeof import("./service.ts")>(library, load).serve(connection, introduction, pack);
  });
};
