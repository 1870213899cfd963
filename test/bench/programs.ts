/** The programs that are measured, and those of the bench itself, made in the same way so that only what they do differs. */

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { forNode } from "../../scripts/build/bundles.mjs";
import { root } from "../../scripts/machine/root.mjs";

export const namesakeServer = join(root, "dist", "server.js");
export const namesakeCommand = join(root, "dist", "cli.js");
export const pack = join(root, "dist", "namesake.pack");

/**
 * @param name of the file in `programs/`
 * @returns the path of the bundled program
 */
export async function bundleProgram(name: string): Promise<string> {
  const outfile = join(root, "out", "bench", `${name}.js`);
  const source = join(root, "test", "bench", "programs", `${name}.ts`);
  await build({ ...forNode, entryPoints: [source], outfile });
  return outfile;
}

/**
 * Runs a program in a process of its own, as cold as a person's.
 * @returns its standard output
 * @throws Error where it ends with a code above the highest that is no failure
 */
export async function runProgram(arguments_: readonly string[], highestCode = 0): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [...arguments_], { maxBuffer: 2 ** 26 });
    return stdout;
  } catch (error) {
    const { code, stdout } = error as { code?: unknown; stdout?: string };
    if (typeof code === "number" && code <= highestCode && stdout !== undefined) return stdout;
    throw error;
  }
}

/** Milliseconds from the start of an empty program to its end: Node by itself. */
export async function timeEmptyProgram(): Promise<number> {
  const started = performance.now();
  await runProgram(["-e", ""]);
  return performance.now() - started;
}
