/** The extension in a browser: its language server is a worker, which is given the pack and told where its other files are. */

import { type ExtensionContext, Uri, workspace } from "vscode";
import { activateClient, type Client, type ClientApi } from "../activateClient.ts";

let client: Client | undefined;

export function activate(context: ExtensionContext): ClientApi {
  const fileAt = (name: string) => Uri.joinPath(context.extensionUri, "dist", name);
  client = activateClient(context, async (options) => {
    // Most of the time that our code takes to load, for what most windows do not need at once.
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
      "vscode-languageclient/browser"
    );

    async function startServer() {
      const worker = new Worker(fileAt("server.js").toString(true));
      const pack = await workspace.fs.readFile(fileAt("namesake.pack"));
      const [service, yaml] = ["service.js", "yaml.js"].map((name) => fileAt(name).toString(true));
      worker.postMessage({ pack, service, yaml });
      // The class of workers that work here is VS Code's own, by which the client would not know a worker.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    }

    return new LanguageClient("namesake", "Namesake", startServer, options);
  });
  return client.api;
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
