/** Programs of the bench itself, made in the same way as those that ship, so that only what they do differs. */

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { forNode } from "../../scripts/build/bundles.mjs";

/**
 * @param name of the file in `programs/`
 * @returns the path of the bundled program
 */
export async function bundleProgram(name: string): Promise<string> {
  const outfile = join("out", "bench", `${name}.js`);
  await build({ ...forNode, entryPoints: [join("test", "bench", "programs", `${name}.ts`)], outfile });
  return outfile;
}

/** Runs a program in a process of its own, as cold as a person's. @returns its standard output */
export async function runProgram(...arguments_: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...arguments_]);
  return stdout;
}

/** Milliseconds from the start of an empty program to its end: Node by itself. */
export async function timeEmptyProgram(): Promise<number> {
  const started = performance.now();
  await runProgram("-e", "");
  return performance.now() - started;
}
