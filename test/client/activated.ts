/** The client in a stand-in for VS Code, with language clients that answer in memory. */

import { afterEach, beforeEach, expect } from "vitest";
import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { activateClient, type Client } from "../../client/src/activateClient.ts";
import { editPolicy } from "../../server/src/core/policy/editPolicy.ts";
import {
  type EditPolicyParams,
  type EditPolicyResult,
  type InitializationOptions,
  type SettingsParams,
  settingsNotification,
} from "../../server/src/lsp/protocol.ts";
import { reset, state, Uri } from "./fakeVscode.ts";

/** The file that most tests write. */
export const settingsFile = "/code/app/.vscode/settings.json";

export let client: Client;
/** Every language client that was made, in turn. */
export let clients: FakeLanguageClient[];
let subscriptions: { dispose(): unknown }[];

beforeEach(() => {
  reset();
  clients = [];
  subscriptions = [];
});
afterEach(() => {
  for (const each of subscriptions) each.dispose();
});

export function activate(): void {
  const makeClient = (options: LanguageClientOptions) => {
    const made = new FakeLanguageClient(options);
    clients.push(made);
    return made as unknown as BaseLanguageClient;
  };
  client = activateClient({ subscriptions } as unknown as ExtensionContext, makeClient);
}

export function openFolder(...names: string[]): void {
  state.folders = names.map((name) => ({ name, uri: Uri.file(`/code/${name}`) }));
}

export function openMultiRoot(): void {
  openFolder("app", "lib");
  state.workspaceFile = Uri.file("/code/both.code-workspace");
  state.files.set("/code/both.code-workspace", { text: "{}" });
}

export function run(command: string, argument?: unknown): unknown {
  return state.commands.get(command)?.(argument);
}

export function textOf(path: string): string | undefined {
  return state.files.get(path)?.text;
}

export class FakeLanguageClient {
  /** The settings at the start, and whenever they changed. */
  readonly told: SettingsParams[] = [];
  starts = 0;
  disposed = false;
  /** Runs between a request and its answer. */
  meanwhile: () => void = () => {};
  constructor(readonly options: LanguageClientOptions) {}
  async start() {
    this.starts += 1;
    this.told.push((this.options.initializationOptions() as Required<InitializationOptions>).settings);
  }
  async sendNotification(method: string, params: SettingsParams) {
    expect(method).toBe(settingsNotification);
    this.told.push(params);
  }
  async sendRequest(_method: string, { text, file, change }: EditPolicyParams): Promise<EditPolicyResult> {
    const edits = editPolicy(text, file, change);
    this.meanwhile();
    this.meanwhile = () => {};
    return Array.isArray(edits) ? { edits } : { problem: "The settings file is not valid JSON." };
  }
  async dispose() {
    this.disposed = true;
  }
}
