/** The extension, whatever it runs in: an entry gives it the context and the means to make a language client. */

import { commands, type ExtensionContext, type TreeDataProvider, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { type InitializationOptions, trustCommand } from "../../server/src/lsp/protocol.ts";
import { documentSelector, whenDocumentsAppear } from "./documents.ts";
import { watchInterpreters } from "./interpreters.ts";
import { makeLanguageServer } from "./languageServer.ts";
import { readSettings, watchSettings } from "./settings.ts";
import type { TrustedNode } from "./trusted/tree.ts";
import { makeTrustCommand } from "./trusted/trustPackage.ts";
import { showTrustedPackages } from "./trusted/view.ts";

export interface Client {
  readonly api: ClientApi;
  stop(): Promise<void>;
}

/** What other extensions and tests can use. */
export interface ClientApi {
  /** Resolves once the language server answers; starts it if no document has asked for it yet. */
  start(): Promise<void>;
  readonly trustedPackages: TreeDataProvider<TrustedNode>;
}

export function activateClient(
  context: ExtensionContext,
  makeLanguageClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Client {
  const log = window.createOutputChannel("Namesake", { log: true });
  const interpreters = watchInterpreters(log, () => server.tellSettings());
  const settings = () => readSettings(interpreters.chosen());
  const server = makeLanguageServer(() => {
    log.info("Starting the language server.");
    void commands.executeCommand("setContext", "namesake.started", true);
    return makeLanguageClient({
      documentSelector: documentSelector(),
      outputChannel: log,
      initializationOptions: (): InitializationOptions => ({ trustCommand: true, settings: settings() }),
    });
  }, settings);
  const trusted = showTrustedPackages(server);
  const handlers: Readonly<Record<string, (argument?: unknown) => unknown>> = {
    "namesake.restartServer": () => server.restart(),
    "namesake.showLog": () => log.show(),
    [trustCommand]: makeTrustCommand(server),
    ...trusted.commands,
  };
  context.subscriptions.push(
    log,
    interpreters,
    trusted,
    watchSettings(() => server.tellSettings()),
    // The language client tells the person why it could not start; there is nobody else to tell.
    whenDocumentsAppear(() => void server.start().catch(() => {})),
    ...Object.entries(handlers).map(([command, handler]) => commands.registerCommand(command, handler)),
  );

  return {
    api: { start: () => server.start(), trustedPackages: trusted.tree },
    stop: () => server.stop(),
  };
}
