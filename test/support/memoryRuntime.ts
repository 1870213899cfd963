/** A host for protocol tests, whose disk is a table of texts. */

import { createConnection, type MessageReader, type MessageWriter } from "vscode-languageserver/node";
import type { FolderContents } from "../../server/src/core/workspaceFacts.ts";
import { answerInitialize } from "../../server/src/lsp/initialize.ts";
import type { Introduction } from "../../server/src/lsp/introduction.ts";
import type { Runtime } from "../../server/src/lsp/runtime.ts";
import { startServer } from "../../server/src/lsp/server.ts";
import { packBytes } from "./knowledge.ts";
import { today } from "./world.ts";

export interface Disk {
  /** Texts by URI. */
  readonly files?: Record<string, string>;
  readonly contents?: Partial<FolderContents>;
  readonly loadPack?: Runtime["loadPack"];
  /** What the host does otherwise. */
  readonly runtime?: Partial<Runtime>;
  /** What the host has of other languages. */
  readonly readTranslations?: Parameters<typeof answerInitialize>[2];
}

/** Starts a server that the other ends of the streams lead to. */
export function startMemoryServer(reader: MessageReader, writer: MessageWriter, disk: Disk): void {
  const connection = createConnection(reader, writer);
  const start = (introduction: Introduction) => startServer(connection, memoryRuntime(disk), introduction);
  answerInitialize(connection, start, disk.readTranslations);
}

export function memoryRuntime({
  files = {},
  contents = {},
  loadPack = async () => packBytes(),
  runtime = {},
}: Disk): Runtime {
  return {
    loadPack,
    readFile: async (uri) => files[uri] ?? null,
    async *findFiles(folder) {
      for (const uri of Object.keys(files))
        if (uri.startsWith(`${folder}/`)) yield decodeURIComponent(uri.slice(folder.length + 1));
    },
    readFolder: async () => ({ paths: [], manifests: [], installed: [], ...contents }),
    async createFile(uri, text) {
      if (uri in files) throw new Error(`EEXIST: file already exists, open '${uri}'`);
      files[uri] = text;
    },
    now: () => new Date(`${today}T12:00:00Z`),
    schedule(work) {
      const timer = setTimeout(work, 1);
      return () => clearTimeout(timer);
    },
    ...runtime,
  };
}
