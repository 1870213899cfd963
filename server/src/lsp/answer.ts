/** Request handlers must not reject: under parallel requests one rejection can stall the connection's queue. */

import type { Connection } from "vscode-languageserver";

/** The result of the work, or the fallback with a line in the log. */
export async function answer<Result>(
  connection: Connection,
  fallback: Result,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return fallback;
  }
}
