/** The server's runtime on Node: it reads what lies on this disk itself, and asks the client for everything else. */

import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import type { Connection } from "vscode-languageserver";
import { clientFiles } from "../lsp/clientFiles.ts";
import type { ProjectFiles, Runtime } from "../lsp/runtime.ts";
import { filesToCheck } from "../project/filesToCheck.ts";
import { readFolder } from "../project/folderContents.ts";
import { diskTree } from "./disk.ts";
import { installedDistributions } from "./environments.ts";
import { inlineLess } from "./inlineLess.ts";
import { createFile } from "./newFile.ts";
import { readPackFile } from "./packFile.ts";
import { readIfThere } from "./textFile.ts";

export function makeNodeRuntime(connection: Connection): Runtime {
  // A server reads a few files between long rests. Without this, V8 lets the space for young objects grow at the first
  // burst and keeps it: four megabytes more for fifty open files.
  setFlagsFromString("--semi-space-growth-factor=1");
  inlineLess();
  const elsewhere = clientFiles(connection);
  const filesAt = (uri: string): ProjectFiles => (uri.startsWith("file:") ? diskFiles : elsewhere);
  return {
    loadPack: readPackFile,
    readFolder: (folder, extent, interpreter) => filesAt(folder).readFolder(folder, extent, interpreter),
    findFiles: (folder, ...options) => filesAt(folder).findFiles(folder, ...options),
    readFile: (uri, folder) => filesAt(uri).readFile(uri, folder),
    createFile: async (uri, text) => createFile(fileURLToPath(uri), text),
    now: () => new Date(),
    schedule(work, milliseconds) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

const diskFiles: ProjectFiles = {
  async readFolder(uri, extent, interpreter) {
    const folder = fileURLToPath(uri);
    return {
      ...(await readFolder(diskTree(folder), extent)),
      installed: await installedDistributions(folder, interpreter),
    };
  },
  findFiles: (folder, ...options) => filesToCheck(diskTree(fileURLToPath(folder)), ...options),
  readFile: (uri, folder = uri.slice(0, uri.lastIndexOf("/"))) =>
    readIfThere(fileURLToPath(folder), fileURLToPath(uri)),
};
