/**
 * What is true of the texts of a random session: judged by parts of the server that are made this moment and are told
 * everything at once, so that nothing earlier can be left in them.
 */

import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type PolicyFile,
  policyFiles,
  sharedPolicyFiles,
} from "../../../server/src/core/policy/policyFiles.ts";
import { readerFor } from "../../../server/src/core/readers/index.ts";
import { makeChecks } from "../../../server/src/lsp/checks.ts";
import { fileKey } from "../../../server/src/lsp/fileUris.ts";
import { type Folders, makeFolders } from "../../../server/src/lsp/folders.ts";
import { makeSettings } from "../../../server/src/lsp/settings.ts";
import { type FileSummary, summarize } from "../../../server/src/lsp/summaries.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";
import { runtimeOf } from "./disk.ts";
import type { Model } from "./session.ts";

export interface Fresh {
  /** Of each open document; null where none is to be checked. */
  readonly documents: ReadonlyMap<string, FileSummary | null>;
  /** Of each file of the workspace folders that is not open, once they are looked at. */
  readonly files: ReadonlyMap<string, FileSummary>;
}

export async function judgeAfresh({
  documents,
  notebooks,
  folders,
  settings,
  mode,
  files,
  scanned,
}: Model): Promise<Fresh> {
  const runtime = runtimeOf(files, async () => {});
  const read: readonly PolicyFile[] = mode.ownClient ? sharedPolicyFiles : policyFiles;
  const freshSettings = makeSettings(settings, read, runtime, () => {});
  const freshFolders = makeFolders(folders, runtime);
  const open = {
    notebookOf: (cell: string) => [...notebooks].find(([, cells]) => cells.includes(cell))?.[0] ?? null,
    isOpen: (file: string) => [...notebooks.keys()].some((notebook) => fileKey(notebook) === fileKey(file)),
  };
  const loaded = Promise.resolve({ knowledge: shippedKnowledge() });
  const checks = makeChecks(loaded, freshFolders, open, () => freshSettings);

  async function judge(uri: string, languageId: string, version: number, text: string) {
    const document = TextDocument.create(uri, languageId, version, text);
    const checked = await checks.checkOnce(document);
    return [uri, checked && summarize(document, checked)] as const;
  }

  const ofDocuments = [...documents].map(([uri, { languageId, version, text }]) =>
    judge(uri, languageId, version, text),
  );
  const included = await Promise.all(folders.map((folder) => checks.includedIn(folder)));
  const isClosedFile = (uri: string) =>
    !documents.has(uri) && isOfProject(uri, freshFolders, new Set(included.flatMap((each) => [...each])));
  const closed = scanned ? [...files].filter(([uri]) => isClosedFile(uri)) : [];
  const ofFiles = await Promise.all(closed.map(([uri, text]) => judge(uri, "", 0, text)));
  return {
    documents: new Map(await Promise.all(ofDocuments)),
    files: new Map(ofFiles.flatMap(([uri, summary]) => (summary ? [[uri, summary]] : []))),
  };
}

/** Whether a scan finds the file: none of these is hidden, and git is told to ignore none. */
function isOfProject(uri: string, folders: Folders, included: ReadonlySet<string>): boolean {
  const path = folders.pathOf(uri);
  return folders.folderOf(uri) !== null && (readerFor(path) !== null || included.has(path));
}
