/** A session of the server over a hostile folder: long enough that it has read all that it ever reads. */

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { type InitializationOptions, scanRequest } from "../../server/src/lsp/protocol.ts";
import type { HostileWorkspace } from "./hostileWorkspace.ts";

/** Opens the folder's requirements in a server, scans it, and gives the number of findings. */
export async function serveWorkspace(
  { folder, interpreter }: HostileWorkspace,
  [program = "", ...arguments_]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const child = spawn(program, arguments_, { cwd: folder, env, stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  try {
    connection.listen();
    const root = pathToFileURL(folder).href;
    const options: InitializationOptions = {
      settings: {
        workspaceTrusted: true,
        layers: [],
        workspaceFile: null,
        interpreters: [{ folder: root, path: interpreter }],
      },
    };
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: root, name: "project" }],
      capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
      initializationOptions: options,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    for (const [name, languageId] of [
      ["requirements.txt", "pip-requirements"],
      ["main.py", "python"],
    ] as const) {
      const uri = `${root}/${name}`;
      const text = readFileSync(join(folder, name), "utf8");
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      });
      await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    }
    const { findings } = await connection.sendRequest<{ findings: number }>(scanRequest);
    await connection.sendRequest(ShutdownRequest.type);
    return findings;
  } finally {
    connection.dispose();
    child.kill();
  }
}
