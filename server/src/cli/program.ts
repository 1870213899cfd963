/** The entry point of the `namesake` program, and of the further threads of a check, which need but a part of it. */

import { setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";
import { printableLines } from "../core/printable.ts";
import { inlineLess } from "../node/inlineLess.ts";
import type { Streams } from "./command.ts";
import { showProgress } from "./progress.ts";

// Its threads take all processors, so that V8 loses by further ones for garbage. Both settings are a tenth of a check's time.
inlineLess();
setFlagsFromString("--no-parallel-scavenge");

if (isMainThread) void runProgram();
else void import("./checkThread.ts").then(({ runThread }) => runThread());

async function runProgram(): Promise<void> {
  const streams: Streams = {
    input: readInput,
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

/** Without `node:stream/consumers`, for which every check would wait five milliseconds. */
async function readInput(): Promise<string> {
  let text = "";
  for await (const part of process.stdin.setEncoding("utf8")) text += part;
  return text;
}
