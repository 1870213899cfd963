/** A client that announces what a test says and nothing else, and keeps everything that the server sends. */

import { PassThrough } from "node:stream";
import { expect } from "vitest";
import {
  type ClientCapabilities,
  type CodeAction,
  type Command,
  createMessageConnection,
  type Diagnostic,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { type Disk, startMemoryServer } from "./memoryRuntime.ts";

export interface LittleClientOptions extends Disk {
  readonly capabilities?: ClientCapabilities;
  /** Of `initialize`, beside the capabilities; a project at `file:///project` if left out. */
  readonly params?: Partial<InitializeParams> | Record<string, unknown>;
  /** What the client answers to requests of the server, by method. To others it answers that it does not know them. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

export interface Sent {
  readonly method: string;
  readonly params: unknown;
}

export interface LittleClient {
  readonly initialized: InitializeResult;
  /** All that the server sent by itself, in turn: notifications and requests. */
  readonly received: readonly Sent[];
  methods(): ReadonlySet<string>;
  /** What the server sent under a method. */
  sent(method: string): unknown[];
  request<Result>(method: string, params: unknown): Promise<Result>;
  notify(method: string, params: unknown): Promise<void>;
  open(uri: string, text: string): Promise<void>;
  /** The last that were pushed for a document, as soon as there are as many. */
  pushed(uri: string, count: number): Promise<readonly Diagnostic[]>;
  actions(uri: string, line: number, diagnostics: readonly Diagnostic[]): Promise<(CodeAction | Command)[]>;
  hover(uri: string, line: number): Promise<Hover | null>;
  /** Resolves when the server has dealt with all that was sent to it. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export async function startLittleClient({
  capabilities = {},
  params = { rootUri: "file:///project" },
  answers = {},
  ...disk
}: LittleClientOptions = {}): Promise<LittleClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startMemoryServer(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), disk);
  // What the protocol's own connection adds to this are types, and those hide that any method can come.
  const connection = createMessageConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const received: Sent[] = [];
  connection.onNotification((method: string, params: unknown) => void received.push({ method, params }));
  connection.onRequest((method: string, params: unknown) => {
    received.push({ method, params });
    if (method in answers) return answers[method];
    throw new Error(`this client knows no ${method}`);
  });
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    ...params,
    capabilities,
  });
  await connection.sendNotification("initialized", {});

  const client: LittleClient = {
    initialized,
    received,
    methods: () => new Set(received.map(({ method }) => method)),
    sent: (wanted) => received.filter(({ method }) => method === wanted).map(({ params }) => params),
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    open: (uri, text) =>
      client.notify("textDocument/didOpen", {
        textDocument: { uri, languageId: "plaintext", version: 1, text },
      }),
    async pushed(uri, count) {
      const last = () => {
        const all = client.sent("textDocument/publishDiagnostics") as {
          uri: string;
          diagnostics: Diagnostic[];
        }[];
        return all.filter((each) => each.uri === uri).at(-1)?.diagnostics;
      };
      await expect.poll(() => last()?.length, { timeout: 10_000 }).toBe(count);
      return last() ?? [];
    },
    actions: (uri, line, diagnostics) =>
      client.request("textDocument/codeAction", {
        textDocument: { uri },
        range: { start: { line, character: 0 }, end: { line, character: 1 } },
        context: { diagnostics: diagnostics.filter(({ range }) => range.start.line === line) },
      }),
    hover: (uri, line) =>
      client.request("textDocument/hover", { textDocument: { uri }, position: { line, character: 1 } }),
    async settled() {
      // Requests are answered in turn; what answers call for in their turn is on its way after a few.
      for (let round = 0; round < 5; round += 1) {
        await client.hover("file:///nowhere.txt", 0);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async stop() {
      await connection.sendRequest("shutdown");
      connection.dispose();
    },
  };
  return client;
}
