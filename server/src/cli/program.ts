/** The entry point of the `namesake` program, and of the further threads of a check, which need but a part of it. */

import { text } from "node:stream/consumers";
import { setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";
import { printableLines } from "../core/printable.ts";
import type { Streams } from "./command.ts";
import { showProgress } from "./progress.ts";

// A command runs for a second or less, and its threads take all processors: there V8 costs more than it gains by
// compiling large functions for the long run, and by collecting garbage in further threads. A tenth of a check's time.
setFlagsFromString("--max-inlined-bytecode-size-cumulative=100");
setFlagsFromString("--no-parallel-scavenge");

if (isMainThread) void runProgram();
else void import("./checkThread.ts").then(({ runThread }) => runThread());

async function runProgram(): Promise<void> {
  const streams: Streams = {
    input: () => text(process.stdin),
    out: (output) => process.stdout.write(output),
    error: (output) => process.stderr.write(output),
    // Node looks at NO_COLOR, FORCE_COLOR and TERM.
    colour: process.stdout.isTTY && process.stdout.hasColors(),
    ...(process.stderr.isTTY ? { progress: showProgress(process.stderr) } : {}),
  };
  try {
    const { main } = await import("./main.ts");
    process.exitCode = await main(process.argv.slice(2), streams);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${printableLines(`namesake: ${said}`)}\n`);
    process.exitCode = 2;
  }
}
