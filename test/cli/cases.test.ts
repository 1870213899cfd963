/**
 * The program as people run it. Each folder under `cases/` holds the arguments and the exit code (`case.json`), what it
 * reads from standard input (`stdin.txt`), what it prints (`stdout.txt`, `stderr.txt`), and the files it runs on:
 * `input/`, or for a git repository the trees that are committed (`before/`), staged or committed after that (`after/`),
 * and on disk at last (`disk/`). Where it writes files, `output/` holds what they are then.
 * `UPDATE=1` writes what it prints anew, for a person to read before it is committed. None of them runs, starts or reaches
 * anything; git is started for those alone that compare.
 */

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { dayOfData, onDay } from "../support/day.ts";
import { expectNotSprung, setTrap } from "../support/trap.ts";
import { makeRepository } from "./repository.ts";
import { copyToTemporaryFolder, filesBelow } from "./trees.ts";

interface Case {
  readonly arguments: readonly string[];
  readonly exit: number;
  /** What becomes of `after/`: files on disk (the default), staged, or a second commit. */
  readonly after?: "disk" | "staged" | "committed";
  /** Run in a copy outside every repository. */
  readonly elsewhere?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

const cases = join("test", "cli", "cases");
const program = resolve("dist", "cli.js");
const day = onDay(dayOfData());

test.each(readdirSync(cases))("%s", (name) => {
  const folder = join(cases, name);
  const expected = JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as Case;
  const place = prepare(folder, expected);
  const compares = expected.arguments.some((argument) => /^--(?:since|staged)\b/.test(argument));
  const trap = setTrap({ allowGit: compares });
  const run = spawnSync(process.execPath, [...day.options, ...trap.options, program, ...expected.arguments], {
    cwd: place,
    encoding: "utf8",
    input: textOf(join(folder, "stdin.txt")),
    env: { ...process.env, ...expected.environment, ...day.environment, ...trap.environment },
  });
  expectNotSprung(trap);
  const output = join(folder, "output");
  if (process.env.UPDATE) {
    writeFileSync(join(folder, "stdout.txt"), run.stdout);
    if (run.stderr) writeFileSync(join(folder, "stderr.txt"), run.stderr);
    if (existsSync(output)) cpSync(place, output, { recursive: true });
  }
  expect(run.stdout).toBe(textOf(join(folder, "stdout.txt")));
  expect(run.stderr).toBe(textOf(join(folder, "stderr.txt")));
  expect(run.status).toBe(expected.exit);
  if (existsSync(output)) expect(filesBelow(place)).toEqual(filesBelow(output));
});

/** The folder to run in. */
function prepare(folder: string, { after = "disk", elsewhere = false }: Case): string {
  const [before, later, disk] = ["before", "after", "disk"].map((tree) => join(folder, tree));
  if (existsSync(before!) || existsSync(later!)) {
    return makeRepository({ before: before!, after: later!, disk: disk! }, after);
  }
  const input = join(folder, "input");
  // Git keeps no empty folders, and some cases need no files.
  mkdirSync(input, { recursive: true });
  return elsewhere || existsSync(join(folder, "output")) ? copyToTemporaryFolder(input) : input;
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
