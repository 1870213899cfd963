/** The client in a stand-in for VS Code, with language clients that answer in memory. */

import { afterEach, beforeEach, expect } from "vitest";
import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { activateClient, type Client } from "../../client/src/activateClient.ts";
import { editPolicy, undoOf } from "../../server/src/core/policy/editPolicy.ts";
import {
  type EditPolicyParams,
  type EditPolicyResult,
  editPolicyRequest,
  type InitializationOptions,
  type Review,
  reviewRequest,
  type SettingsParams,
  settingsNotification,
  type TrustedPackages,
  trustedPackagesRequest,
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
  answers.clear();
  answers.set(reviewRequest, { scanned: false, packages: [] } satisfies Review);
  answers.set(trustedPackagesRequest, { scanned: false, entries: [] } satisfies TrustedPackages);
});
afterEach(() => {
  for (const each of subscriptions) each.dispose();
});

export function activate(): void {
  const makeClient = async (options: LanguageClientOptions) => {
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

/** What the server answers, by method; edits of policy are worked out. */
export const answers = new Map<string, unknown>();

function edit({ text, file, changes }: EditPolicyParams): EditPolicyResult {
  const edits = editPolicy(text, file, ...changes);
  return Array.isArray(edits)
    ? { edits, undo: undoOf(text, file, changes) }
    : { problem: "The settings file is not valid JSON." };
}

export class FakeLanguageClient {
  /** The settings at the start, and whenever they changed. */
  readonly told: SettingsParams[] = [];
  starts = 0;
  disposed = false;
  /** Runs between a request and its answer. */
  meanwhile: () => void = () => {};
  constructor(readonly options: LanguageClientOptions) {}
  private stateChanged: (change: { newState: number }) => void = () => {};
  onDidChangeState(listener: (change: { newState: number }) => void) {
    this.stateChanged = listener;
  }
  /** `State` of the library: 1 is stopped, 2 is running. */
  become(newState: 1 | 2) {
    this.stateChanged({ newState });
  }
  /** The methods of the requests, in turn. */
  readonly requests: string[] = [];
  readonly logged: string[] = [];
  error(message: string, _data: unknown, isShown: boolean): void {
    expect(isShown).toBe(false);
    this.logged.push(message);
  }
  async start() {
    this.become(2);
    this.starts += 1;
    this.told.push((this.options.initializationOptions() as Required<InitializationOptions>).settings);
  }
  async sendNotification(method: string, params: SettingsParams) {
    expect(method).toBe(settingsNotification);
    this.told.push(params);
  }
  readonly handlers = new Map<string, (params: unknown) => void>();
  onNotification(method: string, handler: (params: unknown) => void) {
    this.handlers.set(method, handler);
  }
  /** What the server can ask of the client. */
  readonly requestHandlers = new Map<string, (params: unknown) => Promise<unknown>>();
  onRequest(method: string, handler: (params: unknown) => Promise<unknown>) {
    this.requestHandlers.set(method, handler);
  }
  /** Whether all open documents were asked about again, how many times. */
  refreshes = 0;
  getFeature() {
    return {
      refresh: () => {
        this.refreshes += 1;
      },
    };
  }
  async sendRequest(method: string, params: unknown): Promise<unknown> {
    this.requests.push(method);
    const result = method === editPolicyRequest ? edit(params as EditPolicyParams) : answers.get(method);
    if (result instanceof Error) throw result;
    this.meanwhile();
    this.meanwhile = () => {};
    return result;
  }
  async dispose() {
    this.disposed = true;
  }
}
