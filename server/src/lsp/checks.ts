/** The findings of each open document, worked out once for each version of its text. */

import type { TextDocument } from "vscode-languageserver-textdocument";
import { type CheckContext, type CheckedText, checkReading, factsNeeded, readText } from "../core/check.ts";
import { isFolderWatched, isWatched } from "../core/policy/policy.ts";
import { noWorkspaceFacts, type WorkspaceFacts } from "../core/workspaceFacts.ts";
import type { Folders } from "./folders.ts";
import type { LoadedKnowledge } from "./loadKnowledge.ts";
import type { Notebooks } from "./notebooks.ts";
import { fileBehind, isReviewDocument } from "./reviewDocuments.ts";
import type { Settings } from "./settings.ts";

/** A checked text, and what it was checked with, so that a hover can ask further. */
export interface Checked extends CheckedText {
  readonly context: CheckContext;
  /** The URI of the workspace folder that the document is in, or null. */
  readonly folder: string | null;
}

export interface Checks {
  /** Null where the product is switched off for the document, or has no data to judge by. */
  check(document: TextDocument): Promise<Checked | null>;
  /** The same for a file of a scan, which will not be asked about again. */
  checkOnce(document: TextDocument): Promise<Checked | null>;
  /** The files of a workspace folder that its manifests take in, by their paths below it. */
  includedIn(folder: string): Promise<ReadonlySet<string>>;
  /** Whether the policy wants names looked at in a file, or in the files of a folder, which need not be readable. */
  wants(uri: string, kind: "file" | "folder"): Promise<boolean>;
  /** Settings or the workspace changed: no earlier result counts. */
  forget(document?: TextDocument): void;
}

export function makeChecks(
  loading: Promise<LoadedKnowledge>,
  folders: Folders,
  notebooks: Notebooks,
  settings: () => Settings,
): Checks {
  const results = new Map<string, { readonly version: number; readonly result: Promise<Checked | null> }>();

  function factsFor(uri: string, folder: string | null, withLocks: boolean): Promise<WorkspaceFacts> {
    return folders.factsFor(uri, folder && settings().interpreterFor(folder), withLocks);
  }

  async function checkDocument(
    document: TextDocument,
    before: Promise<Checked | null> | null,
    isScanned: boolean,
  ): Promise<Checked | null> {
    const { knowledge } = await loading;
    const { languageId } = document;
    const notebook = notebooks.notebookOf(document.uri);
    const uri = fileBehind(notebook ?? document.uri, folders.all);
    const folder = folders.folderOf(uri);
    const path = folders.pathOf(uri);
    const policy = await settings().policyFor(folder);
    if (!knowledge || !policy.enable || !isWatched(path, policy)) return null;
    // Nothing is listed twice: neither by cell and by file, nor as it is and as it was.
    if (notebooks.isOpen(document.uri)) return null;
    if (notebook !== null && isReviewDocument(notebook, folders.all)) return null;
    const toRead = { path, languageId, isCell: notebook !== null, text: document.getText() };
    const alone = readText(toRead, (await before)?.reading);
    const needed = factsNeeded(alone);
    // A person who types does not wait for the folder; a scan has looked through it.
    const workspace =
      needed === "none" && !isScanned
        ? noWorkspaceFacts
        : await factsFor(uri, folder, needed !== "without locks");
    const isIncluded = notebook === null && workspace.included.has(path);
    const reading = isIncluded ? readText({ ...toRead, isIncluded }) : alone;
    const context = {
      knowledge,
      policy,
      workspace,
      honourIgnoreComments: settings().workspaceTrusted,
    };
    return { ...checkReading(reading, context), context, folder };
  }

  return {
    check(document) {
      const known = results.get(document.uri);
      if (known?.version === document.version) return known.result;
      // One failure is not to be the next one.
      const before = known?.result.catch(() => null) ?? null;
      const result = checkDocument(document, before, false);
      results.set(document.uri, { version: document.version, result });
      return result;
    },
    checkOnce: (document) => checkDocument(document, null, true),
    includedIn: async (folder) => (await factsFor(`${folder}/`, folder, true)).included,
    async wants(uri, kind) {
      const policy = await settings().policyFor(folders.folderOf(uri));
      const path = folders.pathOf(uri);
      return policy.enable && (kind === "file" ? isWatched(path, policy) : isFolderWatched(path, policy));
    },
    forget(document) {
      if (document) results.delete(document.uri);
      else results.clear();
    },
  };
}
