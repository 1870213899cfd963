/** A language server in a process of its own, driven over standard input and output as an editor does. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import type { MemoryUse } from "./programs/reportMemory.ts";

export interface ServerOptions {
  /** A bundled server. */
  readonly program: string;
  /** How diagnostics come; pulled if left out. */
  readonly delivery?: "pull" | "push";
  /** The workspace folder; none if left out. */
  readonly folder?: string;
  /** The bundled `reportMemory`, which lets the server be asked for its memory. */
  readonly memoryReporter?: string;
}

export interface RunningServer {
  /** Milliseconds from the spawn to the answer to `initialize`. */
  readonly initialized: number;
  /** Milliseconds since the spawn. */
  sinceSpawn(): number;
  /** Opens a document. @returns its diagnostics */
  open(uri: string, languageId: string, text: string): Promise<readonly Diagnostic[]>;
  /** Makes an incremental change of an open document. @returns the diagnostics of the changed text */
  edit(uri: string, range: Range, text: string): Promise<readonly Diagnostic[]>;
  close(uri: string): Promise<void>;
  /** The versions of a document whose diagnostics were pushed, in the order in which they came. */
  pushedVersions(uri: string): readonly number[];
  /** Must have been started with a reporter. */
  memory(): Promise<MemoryUse>;
  stop(): Promise<void>;
}

export async function startServer({
  program,
  delivery = "pull",
  folder,
  memoryReporter,
}: ServerOptions): Promise<RunningServer> {
  const spawned = performance.now();
  const child = spawn(
    process.execPath,
    [...(memoryReporter ? ["--expose-gc", "--require", memoryReporter] : []), program, "--stdio"],
    { stdio: ["pipe", "pipe", "inherit", ...(memoryReporter ? (["ipc"] as const) : [])] },
  );
  const stopAtExit = () => void child.kill();
  process.once("exit", stopAtExit);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  const pushes = followPushes(connection);
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folder ? [{ uri: pathToFileURL(folder).href, name: "bench" }] : null,
    capabilities: {
      textDocument: {
        publishDiagnostics: { dataSupport: true, versionSupport: true },
        ...(delivery === "pull" ? { diagnostic: {} } : {}),
      },
    },
  });
  const initialized = performance.now() - spawned;
  await connection.sendNotification(InitializedNotification.type, {});

  const versions = new Map<string, number>();
  async function diagnosticsOf(uri: string): Promise<readonly Diagnostic[]> {
    if (delivery === "push") return pushes.next(uri, versions.get(uri)!);
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === "full" ? report.items : [];
  }

  return {
    initialized,
    sinceSpawn: () => performance.now() - spawned,
    async open(uri, languageId, text) {
      versions.set(uri, 1);
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      });
      return diagnosticsOf(uri);
    },
    async edit(uri, range, text) {
      const version = versions.get(uri)! + 1;
      versions.set(uri, version);
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      });
      return diagnosticsOf(uri);
    },
    close: (uri) =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    pushedVersions: (uri) => pushes.versions.get(uri) ?? [],
    memory: () => askForMemory(child),
    async stop() {
      const ended = once(child, "exit");
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await ended;
      connection.dispose();
      process.off("exit", stopAtExit);
    },
  };
}

/** Keeps what was pushed until it is asked for, and who asked until it is pushed. */
function followPushes(connection: ProtocolConnection) {
  const pushed = new Map<string, readonly Diagnostic[]>();
  const waiting = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  const versions = new Map<string, number[]>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
    if (version !== undefined) {
      const before = versions.get(uri);
      if (before) before.push(version);
      else versions.set(uri, [version]);
    }
    const key = `${uri} ${version}`;
    const resolve = waiting.get(key);
    if (waiting.delete(key)) resolve?.(diagnostics);
    else pushed.set(key, diagnostics);
  });
  return {
    versions,
    next(uri: string, version: number): Promise<readonly Diagnostic[]> {
      const key = `${uri} ${version}`;
      const there = pushed.get(key);
      if (pushed.delete(key)) return Promise.resolve(there!);
      return new Promise((resolve) => waiting.set(key, resolve));
    },
  };
}

async function askForMemory(child: ChildProcess): Promise<MemoryUse> {
  const answered = once(child, "message");
  child.send("memory");
  const [use] = await answered;
  return use as MemoryUse;
}
