/** The findings of all files of the workspace folders: from the moment somebody asks for them, kept up to date. */

import { TextDocument } from "vscode-languageserver-textdocument";
import { message } from "../core/messages.ts";
import { reasonOf } from "../project/reasonOf.ts";
import type { UnreadableFolder } from "../project/walk.ts";
import type { Checks } from "./checks.ts";
import { fileKey, uriBelow } from "./fileUris.ts";
import type { Folders } from "./folders.ts";
import { say } from "./language.ts";
import type { ScanProgress, ScanResult } from "./protocol.ts";
import type { Runtime } from "./runtime.ts";
import { type FileSummary, summarize } from "./summaries.ts";

export interface Scan {
  /** Null before the first scan. Keys are {@link fileKey}s. */
  readonly files: ReadonlyMap<string, FileSummary> | null;
  /** Checks every file; does not reject. */
  run(isCancelled: () => boolean, report: (progress: ScanProgress) => void): Promise<ScanResult>;
  /** These files changed on disk, came or went, or were closed. Does nothing before the first scan, as the next. */
  update(uris: Iterable<string>): void;
  /** Every result may be another now, and files may have come or gone. Does nothing before the first scan. */
  updateAll(): void;
}

/** Several changes in a row, as of a whole checkout, are one. In milliseconds. */
const settleTime = 300;

/** In files: a few milliseconds, after which other work gets its turn, such as typing or a cancellation. */
const foundAtOnce = 1_000;

/** In files: often enough for a person to watch. */
const reportEvery = 20;

/**
 * @param publish is told what is true of a file now; an empty list for one that is gone
 * @param log gets a sentence for each file and folder that cannot be read
 */
export function makeScan(
  runtime: Runtime,
  folders: Folders,
  checks: Checks,
  publish: (uri: string, diagnostics: FileSummary["diagnostics"]) => void,
  log: (sentence: string) => void,
): Scan {
  let files: Map<string, FileSummary> | null = null;
  /** Keys of all files that the last scan found, also of those that are not checked now. */
  let found: ReadonlySet<string> = new Set();
  // One after the other, so that an older result never replaces a newer one.
  let queue: Promise<unknown> = Promise.resolve();
  const changed = new Set<string>();
  let everythingChanged = false;
  let cancelSettling = () => {};
  /** What could not be read at the last attempt, by its key, and why. */
  const unreadable = new Map<string, string>();

  function enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = queue.then(work);
    queue = result.catch(() => {});
    return result;
  }

  async function checkAll(
    isCancelled: () => boolean,
    report: (progress: ScanProgress) => void,
  ): Promise<ScanResult> {
    unreadable.clear();
    const uris = await findAll(isCancelled);
    // What was found so far says nothing of files that are gone.
    if (uris === null) return result(true);
    files ??= new Map();
    found = new Set(uris.map(fileKey));
    const gone = new Map(files);
    let done = 0;
    for (const uri of uris) {
      if (isCancelled()) return result(true);
      gone.delete(fileKey(uri));
      await checkFile(uri);
      done += 1;
      if (done % reportEvery === 0) report({ done, of: uris.length });
    }
    for (const { uri } of gone.values()) drop(uri);
    return result(false);
  }

  /** Null where it was cancelled: a large tree takes longer to walk than a person waits. */
  async function findAll(isCancelled: () => boolean): Promise<string[] | null> {
    const uris = new Set<string>();
    for (const folder of folders.all) {
      // A folder within another one has its files to itself.
      const add = (path: string): void => {
        const uri = uriBelow(folder, path);
        if (folders.folderOf(uri) === folder) uris.add(uri);
      };
      const closed: UnreadableFolder[] = [];
      for await (const path of runtime.findFiles(folder, isCancelled, (each) => closed.push(each))) {
        add(path);
        if (uris.size % foundAtOnce === 0) await new Promise<void>((resolve) => runtime.schedule(resolve, 0));
      }
      if (!isCancelled()) for (const path of await checks.includedIn(folder)) add(path);
      for (const { path, reason } of closed) await passOver(uriBelow(folder, path), "folder", reason);
    }
    return isCancelled() ? null : [...uris];
  }

  async function checkFile(uri: string): Promise<void> {
    const text = await readFile(uri);
    const document = text === null ? null : TextDocument.create(uri, "", 0, text);
    const checked = document && (await checks.checkOnce(document));
    if (!document || !checked) return drop(uri);
    const summary = summarize(document, checked);
    files?.set(fileKey(uri), summary);
    publish(uri, summary.diagnostics);
  }

  async function readFile(uri: string): Promise<string | null> {
    try {
      const text = await runtime.readFile(uri, folders.folderOf(uri) ?? undefined);
      unreadable.delete(fileKey(uri));
      return text;
    } catch (error) {
      await passOver(uri, "file", reasonOf(error));
      return null;
    }
  }

  async function passOver(uri: string, kind: "file" | "folder", reason: string): Promise<void> {
    if (!(await checks.wants(uri, kind))) return;
    unreadable.set(fileKey(uri), reason);
    log(say(message("scan.cannot-be-read", { path: folders.pathOf(uri) || uri, reason })));
  }

  function drop(uri: string): void {
    files?.delete(fileKey(uri));
    // Also where nothing was found: a document that was open has left its findings with the client.
    publish(uri, []);
  }

  function result(cancelled: boolean): ScanResult {
    const all = [...(files?.values() ?? [])];
    return {
      files: all.length,
      findings: all.reduce((sum, { places }) => sum + places.length, 0),
      unreadable: unreadable.size,
      cancelled,
    };
  }

  function settle(): void {
    cancelSettling();
    cancelSettling = runtime.schedule(() => void enqueue(catchUp), settleTime);
  }

  async function catchUp(): Promise<void> {
    const uris = [...changed];
    changed.clear();
    if (everythingChanged) {
      everythingChanged = false;
      await checkAll(
        () => false,
        () => {},
      );
    }
    // Also after that: a document that was closed need not be a file of the workspace.
    for (const uri of uris) {
      if (found.has(fileKey(uri))) await checkFile(uri);
      else drop(uri);
    }
  }

  return {
    get files() {
      return files;
    },
    run: (isCancelled, report) => enqueue(() => checkAll(isCancelled, report)),
    update(uris) {
      if (!files) return;
      for (const uri of uris) changed.add(uri);
      settle();
    },
    updateAll() {
      if (!files) return;
      everythingChanged = true;
      settle();
    },
  };
}
