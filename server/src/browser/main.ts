/** The server as the web extension starts it: a worker. The first message is its own, all others are the protocol's. */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { answerInitialize } from "../lsp/initialize.ts";
import { startServer } from "../lsp/server.ts";
import { makeBrowserRuntime } from "./runtime.ts";

/** What a worker cannot find by itself. */
interface FirstMessage {
  readonly pack: Uint8Array;
  /** The URL of the file that `scripts/build/yamlWhenNeeded.mjs` asks for. */
  readonly yaml: string;
}

const worker = self as unknown as DedicatedWorkerGlobalScope;

// The reader takes the next messages: it becomes the handler in this one's place.
worker.onmessage = ({ data: { pack, yaml } }: MessageEvent<FirstMessage>) => {
  Object.assign(worker, { require: () => worker.importScripts(yaml) });
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(worker),
    new BrowserMessageWriter(worker),
  );
  // A worker runs on until somebody ends it.
  connection.onExit(() => worker.close());
  const runtime = makeBrowserRuntime(connection, pack);
  answerInitialize(connection, (introduction) => startServer(connection, runtime, introduction));
};
