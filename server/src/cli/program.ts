/** The entry point of the `namesake` program. */

import { text } from "node:stream/consumers";
import { main } from "./main.ts";

main(process.argv.slice(2), {
  input: () => text(process.stdin),
  out: (output) => process.stdout.write(output),
  error: (output) => process.stderr.write(output),
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`namesake: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
