/** The extension on the desktop and in remote windows: its language server is a Node process. */

import type { ExtensionContext } from "vscode";
import { activateClient, type Client, type ClientApi } from "../activateClient.ts";

let client: Client | undefined;

export function activate(context: ExtensionContext): ClientApi {
  client = activateClient(context, async (options) => {
    // Three quarters of the time that our code takes to load, for what most windows do not need at once.
    const { LanguageClient, TransportKind } = await import("vscode-languageclient/node");
    const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
    return new LanguageClient("namesake", "Namesake", server, options);
  });
  return client.api;
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
