/** The entry point of the `namesake` program. */

import { text } from "node:stream/consumers";
import { main } from "./main.ts";
import { showProgress } from "./progress.ts";

main(process.argv.slice(2), {
  input: () => text(process.stdin),
  out: (output) => process.stdout.write(output),
  error: (output) => process.stderr.write(output),
  // Node looks at NO_COLOR, FORCE_COLOR and TERM.
  colour: process.stdout.isTTY && process.stdout.hasColors(),
  ...(process.stderr.isTTY ? { progress: showProgress(process.stderr) } : {}),
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`namesake: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
