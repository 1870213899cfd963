/** The language server's life: started when it is first needed, told about settings, restarted on demand. */

import { type CancellationToken, type Disposable, EventEmitter } from "vscode";
import type { BaseLanguageClient, State } from "vscode-languageclient";
import {
  changedNotification,
  type ScanProgress,
  type SettingsParams,
  scanProgressNotification,
  settingsNotification,
} from "../../server/src/lsp/protocol.ts";

export interface LanguageServer {
  /** Does nothing where it runs already. Rejects where it cannot be started; the person has been told then. */
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Sends the current settings, unless the server is yet to start: then it asks for them itself. */
  tellSettings(): void;
  /** Starts the server where it does not run. */
  request<Result>(method: string, params?: unknown, token?: CancellationToken): Promise<Result>;
  /** Calls back when a server runs, also another one in the place of one that has crashed. */
  onDidStart(callback: () => void): Disposable;
  /** Calls back when the server's answers may be others than before, also since it is another server or has crashed. */
  onDidChange(callback: () => void): Disposable;
  /** Makes the client ask for the diagnostics of all open documents again. */
  refreshDiagnostics(): void;
  onScanProgress(callback: (progress: ScanProgress) => void): Disposable;
}

// The library's `State`: its code is loaded with the server, not for two numbers.
const isStopped: State = 1;
const isRunning: State = 2;

export function makeLanguageServer(
  makeClient: () => Promise<BaseLanguageClient>,
  settings: () => SettingsParams,
  tellOfFailure: (error: unknown) => void,
): LanguageServer {
  let running: Promise<BaseLanguageClient> | undefined;
  /** The client of {@link running}, once it has started. */
  let current: BaseLanguageClient | undefined;
  const started = new EventEmitter<void>();
  const changed = new EventEmitter<void>();
  const scanProgressed = new EventEmitter<ScanProgress>();

  function run(): Promise<BaseLanguageClient> {
    running ??= launch();
    return running;
  }

  async function launch(): Promise<BaseLanguageClient> {
    let client: BaseLanguageClient | undefined;
    try {
      client = await makeClient();
      client.onNotification(changedNotification, () => changed.fire());
      client.onNotification(scanProgressNotification, (progress) => scanProgressed.fire(progress));
      client.onDidChangeState(({ newState }) => {
        if (newState === isRunning) {
          started.fire();
          changed.fire();
        }
        // It crashed too often: one that was to be stopped is no longer ours by now.
        if (newState === isStopped && client === current) changed.fire();
      });
      await client.start();
      current = client;
      return client;
    } catch (error) {
      // The next attempt makes a new one, and this one must not come back beside it.
      running = undefined;
      void client?.dispose().catch(() => {});
      tellOfFailure(error);
      throw error;
    }
  }

  async function stop(): Promise<void> {
    const stopping = running;
    running = undefined;
    current = undefined;
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
    async request(method, params, token) {
      const client = await run();
      return client.sendRequest(method, params, token);
    },
    refreshDiagnostics() {
      running
        ?.then((client) => client.getFeature("textDocument/diagnostic").refresh())
        .catch(() => {
          // Without a server there are none.
        });
    },
    onDidStart: started.event,
    onDidChange: changed.event,
    onScanProgress: scanProgressed.event,
  };
}
