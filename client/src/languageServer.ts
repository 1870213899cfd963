/** The language server's life: started when it is first needed, told about settings, restarted on demand. */

import type { BaseLanguageClient } from "vscode-languageclient";
import { type SettingsParams, settingsNotification } from "../../server/src/lsp/protocol.ts";

export interface LanguageServer {
  /** Does nothing where it runs already. Rejects where it cannot be started; the person has been told then. */
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Sends the current settings, unless the server is yet to start: then it asks for them itself. */
  tellSettings(): void;
  /** Starts the server where it does not run. */
  request<Result>(method: string, params: unknown): Promise<Result>;
}

export function makeLanguageServer(
  makeClient: () => BaseLanguageClient,
  settings: () => SettingsParams,
): LanguageServer {
  let running: Promise<BaseLanguageClient> | undefined;

  function run(): Promise<BaseLanguageClient> {
    running ??= launch(makeClient());
    return running;
  }

  async function launch(client: BaseLanguageClient): Promise<BaseLanguageClient> {
    try {
      await client.start();
      return client;
    } catch (error) {
      // A client that failed once never starts again; the next attempt makes a new one.
      running = undefined;
      throw error;
    }
  }

  async function stop(): Promise<void> {
    const stopping = running;
    running = undefined;
    try {
      await (await stopping)?.dispose();
    } catch {
      // A server that never started or has crashed is as stopped as one can be.
    }
  }

  return {
    async start() {
      await run();
    },
    async restart() {
      await stop();
      await run();
    },
    stop,
    tellSettings() {
      running
        ?.then((client) => client.sendNotification(settingsNotification, settings()))
        .catch(() => {
          // It has been stopped meanwhile, or could not be started: the next start sends the settings.
        });
    },
    async request(method, params) {
      const client = await run();
      return client.sendRequest(method, params);
    },
  };
}
