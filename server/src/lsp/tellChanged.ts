/** Tells a client that shows our answers, such as a view, when to ask again. */

import type { Connection } from "vscode-languageserver";
import { answer } from "./answer.ts";
import { changedNotification } from "./protocol.ts";
import type { Runtime } from "./runtime.ts";

/** What shows our answers need not follow every key. In milliseconds. */
const delay = 200;

/** @returns to be called whenever an answer may be another one */
export function makeTeller(connection: Connection, runtime: Runtime, isWanted: boolean): () => void {
  let cancel = () => {};
  const tell = (): void =>
    void answer(connection, undefined, () => connection.sendNotification(changedNotification));
  return () => {
    if (!isWanted) return;
    cancel();
    cancel = runtime.schedule(tell, delay);
  };
}
