/**
 * The program as people run it: each folder under `cases/` holds the arguments and the exit code (`case.json`), the
 * files it runs on (`input/`), what it reads from standard input, and what it prints. `UPDATE=1` writes what it
 * prints anew, for a person to read before it is committed.
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

interface Case {
  readonly arguments: readonly string[];
  readonly exit: number;
}

const cases = join("test", "cli", "cases");
const program = resolve("dist", "cli.js");

test.each(readdirSync(cases))("%s", (name) => {
  const folder = join(cases, name);
  const expected = JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as Case;
  const input = join(folder, "input");
  // Git keeps no empty folders, and some cases need no files.
  mkdirSync(input, { recursive: true });
  const stdin = textOf(join(folder, "stdin.txt"));
  const run = spawnSync(process.execPath, [program, ...expected.arguments], {
    cwd: input,
    encoding: "utf8",
    input: stdin,
  });
  if (process.env.UPDATE) {
    writeFileSync(join(folder, "stdout.txt"), run.stdout);
    if (run.stderr) writeFileSync(join(folder, "stderr.txt"), run.stderr);
  }
  expect(run.stdout).toBe(textOf(join(folder, "stdout.txt")));
  expect(run.stderr).toBe(textOf(join(folder, "stderr.txt")));
  expect(run.status).toBe(expected.exit);
});

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
