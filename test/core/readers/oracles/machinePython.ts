/** The Python of the machine, where there is one: what it and its pip answer is what our readers are held to. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface MachinePython {
  readonly command: string;
}

/** Finds a Python of version 3.11 or later that has the modules; else says in words what is missing. */
export function findPython(...modules: string[]): MachinePython | { missing: string } {
  const check = `import sys${modules.map((name) => `, ${name}`).join("")}; assert sys.version_info >= (3, 11)`;
  const command = ["python3.11", "python3", "python"].find(
    (candidate) => spawnSync(candidate, ["-c", check], { stdio: "ignore" }).status === 0,
  );
  const wanted = ["Python 3.11 or later", ...modules].join(" with ");
  return command === undefined ? { missing: `no ${wanted} on this machine` } : { command };
}

/** Runs a script of this folder with a question in JSON on its standard input, and returns its answer. */
export function askPython({ command }: MachinePython, script: string, question: unknown): unknown {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr } = spawnSync(command, [path], {
    input: JSON.stringify(question),
    encoding: "utf8",
    env: { ...process.env, PYTHONUTF8: "1" },
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  return JSON.parse(stdout);
}
