/** One life of a language server, as an editor leads it, with the milliseconds to its moments. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

/** Milliseconds since the server was spawned. */
export interface ServerMoments {
  /** `initialize` was answered. */
  readonly initialized: number;
  /** The diagnostics of the file that was opened right after were there. */
  readonly diagnosed: number;
  /** How many diagnostics, to tell an answer from a good one. */
  readonly diagnostics: number;
}

/** @param program a bundled server that speaks over standard input and output */
export async function runServer(program: string, text: string): Promise<ServerMoments> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    return await talk(child, text, started);
  } finally {
    child.kill();
  }
}

async function talk(child: ChildProcess, text: string, started: number): Promise<ServerMoments> {
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: { dataSupport: true } } },
  });
  const initialized = performance.now() - started;

  await connection.sendNotification(InitializedNotification.type, {});
  const uri = "file:///bench/requirements.txt";
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "pip-requirements", version: 1, text },
  });
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  const diagnosed = performance.now() - started;

  const ended = once(child, "exit");
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  await ended;
  connection.dispose();
  return { initialized, diagnosed, diagnostics: report.kind === "full" ? report.items.length : 0 };
}
