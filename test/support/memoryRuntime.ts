/** A host for protocol tests, whose disk is a table of texts. */

import type { FolderContents } from "../../server/src/core/workspaceFacts.ts";
import type { Runtime } from "../../server/src/lsp/runtime.ts";
import { packBytes } from "./knowledge.ts";
import { today } from "./world.ts";

export interface Disk {
  /** Texts by URI. */
  readonly files?: Record<string, string>;
  readonly contents?: Partial<FolderContents>;
  readonly loadPack?: Runtime["loadPack"];
  /** What the host has of other languages. */
  readonly readTranslations?: Runtime["readTranslations"];
}

export function memoryRuntime({
  files = {},
  contents = {},
  loadPack = async () => packBytes(),
  readTranslations,
}: Disk): Runtime {
  return {
    loadPack,
    ...(readTranslations && { readTranslations }),
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
  };
}
