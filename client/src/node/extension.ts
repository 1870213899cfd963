/** The extension on the desktop and in remote windows: its language server is a Node process. */

import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activateClient, type Client, type ClientApi } from "../activateClient.ts";

let client: Client | undefined;

export function activate(context: ExtensionContext): ClientApi {
  const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
  client = activateClient(context, (options) => new LanguageClient("namesake", "Namesake", server, options));
  return client.api;
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
