/** The extension on the desktop and in remote windows: its language server is a Node process. */

import type { ExtensionContext } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { activateClient, type Client, type ClientApi } from "../activateClient.ts";

let client: Client | undefined;

export interface NodeClientApi extends ClientApi {
  /** The id of the language server's process, or undefined where there is none now. */
  serverProcess(): number | undefined;
}

export function activate(context: ExtensionContext): NodeClientApi {
  let languageClient: LanguageClient | undefined;
  client = activateClient(context, async (options) => {
    // Three quarters of the time that our code takes to load, for what most windows do not need at once.
    const { LanguageClient, TransportKind } = await import("vscode-languageclient/node");
    const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
    languageClient = new LanguageClient("namesake", "Namesake", server, options);
    return languageClient;
  });
  return { ...client.api, serverProcess: () => languageClient?.serverProcess?.pid };
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
