/** The extension on the desktop and in remote windows: its language server is a Node process. */

import type { ExtensionContext } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { activateClient, type Client, type ClientApi } from "../activateClient.ts";

/** Beside the extension, so that nothing is to be looked for beside this file. */
const languageClientFile = "./languageClient.js";

let client: Client | undefined;

export interface NodeClientApi extends ClientApi {
  /** The id of the language server's process, or undefined where there is none now. */
  serverProcess(): number | undefined;
}

export function activate(context: ExtensionContext): NodeClientApi {
  let languageClient: LanguageClient | undefined;
  client = activateClient(context, async (options) => {
    const { LanguageClient, TransportKind } = loadLanguageClient();
    const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
    languageClient = new LanguageClient("namesake", "Namesake", server, options);
    return languageClient;
  });
  return { ...client.api, serverProcess: () => languageClient?.serverProcess?.pid };
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

/**
 * V8 looks at every function of a file before the first one runs, and the library is eight times as large as the rest: in a file
 * of its own, no window waits for it that has nothing to check.
 * @throws an error whose message tells the way out
 */
function loadLanguageClient(): typeof import("vscode-languageclient/node") {
  try {
    return require(languageClientFile);
  } catch (cause) {
    throw new Error("languageClient.js, which starts the server, cannot be loaded. Reinstall Namesake.", {
      cause,
    });
  }
}
