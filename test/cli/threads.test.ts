/** What a check prints is the same, whether one thread or several share the files: in order, content and language. */

import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { expectNotSprung, setTrap } from "../support/trap.ts";

const program = resolve("dist", "cli.js");
const [major, minor] = process.versions.node.split(".").map(Number) as [number, number];
/** Under the permission model a program can read, but start no thread. */
const permission = major > 23 || (major === 23 && minor >= 5) ? "--permission" : "--experimental-permission";

function check(
  folder: string,
  nodeOptions: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { findings: { path: string }[]; stdout: string } {
  const run = spawnSync(
    process.execPath,
    [...nodeOptions, program, "check", "--format", "json", "--locale", "de"],
    {
      cwd: folder,
      env: { ...process.env, ...environment },
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    },
  );
  expect(run.status).toBe(1);
  return { findings: JSON.parse(run.stdout).findings, stdout: run.stdout };
}

test("every file of thousands is checked once, in the order of their paths, also where no thread can start", () => {
  const numbers = Array.from({ length: 5000 }, (_, index) => index);
  const pathOf = (number: number) => `part${number % 7}/file${number}.py`;
  const flagged = (number: number) => number % 5 === 0;
  const files = Object.fromEntries(
    numbers.map((number) => [
      pathOf(number),
      flagged(number) ? "import os\nimport reqeusts\n" : "import os\n",
    ]),
  );
  const folder = temporaryFolder({ "namesake.json": "{}", "requirements.txt": "reqeusts\n", ...files });

  const trap = setTrap();
  const shared = check(folder, trap.options, trap.environment);
  expectNotSprung(trap);
  expect(shared.findings.map(({ path }) => path)).toEqual(
    [...numbers.filter(flagged).map(pathOf), "requirements.txt"].sort(),
  );
  expect(check(folder, [permission, "--allow-fs-read=*"]).stdout).toBe(shared.stdout);
});
