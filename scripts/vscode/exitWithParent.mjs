/**
 * Preloaded into the VS Code server: ends it when the process that started it is gone, even by SIGKILL.
 *
 * The parent holds the other end of standard input, which closes with it.
 */
import { isMainThread } from "node:worker_threads";

// Workers load this file too, and the standard input of a worker is closed from the start.
if (isMainThread) {
  process.stdin.on("close", () => process.exit()).resume();
  // The server must still be able to end by itself.
  process.stdin.unref?.();
}
