/**
 * Answers every message of the parent process with the memory that this process uses. Loaded into a server by Node's
 * `--require`, so that the figure comes from the server itself, in the same way on every system.
 */

/** In bytes. */
export interface MemoryUse {
  /** All memory of the process that is in the machine's memory, as the system counts it. */
  readonly resident: number;
  /** What is alive on the heap and in buffers outside of it, after a collection. Read after `resident`. */
  readonly live: number;
}

process.on("message", () => {
  const resident = process.memoryUsage.rss();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ resident, live: heapUsed + external } satisfies MemoryUse);
});
// The open channel must not keep a server alive that has been told to exit.
process.channel?.unref();
