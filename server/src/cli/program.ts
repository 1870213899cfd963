/** The entry point of the `namesake` program. */

import { text } from "node:stream/consumers";
import { isMainThread } from "node:worker_threads";
import { printableLines } from "../core/printable.ts";
import { runThread } from "./checkThreads.ts";
import type { Streams } from "./command.ts";
import { main } from "./main.ts";
import { showProgress } from "./progress.ts";

const streams: Streams = {
  input: () => text(process.stdin),
  out: (output) => process.stdout.write(output),
  error: (output) => process.stderr.write(output),
  // Node looks at NO_COLOR, FORCE_COLOR and TERM.
  colour: process.stdout.isTTY && process.stdout.hasColors(),
  ...(process.stderr.isTTY ? { progress: showProgress(process.stderr) } : {}),
};

if (!isMainThread) runThread();
else {
  main(process.argv.slice(2), streams).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      const said = error instanceof Error ? error.message : String(error);
      process.stderr.write(`${printableLines(`namesake: ${said}`)}\n`);
      process.exitCode = 2;
    },
  );
}
