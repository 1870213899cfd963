/** Asks the client to tell when files that matter come, go or change on disk. */

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  WatchKind,
} from "vscode-languageserver";
import type { PolicyFile } from "../core/policy/policyFiles.ts";
import { formats } from "../core/readers/formats.ts";

const presence = WatchKind.Create | WatchKind.Delete;
const anyChange = presence | WatchKind.Change;

/** Files that declare dependencies or hold policy matter by their text, modules only by their presence. */
export async function watchFiles(connection: Connection, policyFiles: readonly PolicyFile[]): Promise<void> {
  await watch(connection, [
    ...formats.flatMap(({ role, patterns }) => watchersOf(patterns, role === "code" ? presence : anyChange)),
    ...policyFiles.flatMap(({ path }) => watchersOf([`**/${path}`], anyChange)),
  ]);
}

/** After a scan the text of modules matters too. */
export async function watchCode(connection: Connection): Promise<void> {
  const code = formats.filter(({ role }) => role === "code");
  await watch(
    connection,
    code.flatMap(({ patterns }) => watchersOf(patterns, WatchKind.Change)),
  );
}

function watchersOf(patterns: readonly string[], kind: WatchKind): FileSystemWatcher[] {
  return patterns.map((globPattern) => ({ globPattern, kind }));
}

async function watch(connection: Connection, watchers: FileSystemWatcher[]): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}
