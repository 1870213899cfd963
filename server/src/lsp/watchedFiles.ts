/** Asks the client to tell when files that matter come, go or change on disk. */

import { type Connection, DidChangeWatchedFilesNotification, WatchKind } from "vscode-languageserver";
import { readers } from "../core/readers/index.ts";

/** Files that declare dependencies matter by their text, modules only by their presence. */
export async function watchFiles(connection: Connection): Promise<void> {
  const presence = WatchKind.Create | WatchKind.Delete;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: readers.flatMap(({ patterns, role }) =>
      patterns.map((globPattern) => ({
        globPattern,
        kind: role === "code" ? presence : presence | WatchKind.Change,
      })),
    ),
  });
}
