/**
 * Runs the programs of a suite with a trap set (`security/trap.cjs`): whatever the suite is about, it holds too that they
 * run no code but their own, start no process but git where it is let through, and reach no network.
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { temporaryFolder } from "./temporaryFolder.ts";

const trap = fileURLToPath(new URL("../security/trap.cjs", import.meta.url));

export interface Trap {
  /** For Node, before the program. */
  readonly options: readonly string[];
  /** Added to the program's environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** What it sprang at, a line each. */
  sprung(): string;
}

export function setTrap({ allowGit = false } = {}): Trap {
  const record = join(temporaryFolder({}), "sprung");
  return {
    options: ["--disallow-code-generation-from-strings", "--require", trap],
    environment: { NAMESAKE_TRAP: record, ...(allowGit && { NAMESAKE_TRAP_GIT: "1" }) },
    sprung: () => (existsSync(record) ? readFileSync(record, "utf8") : ""),
  };
}

/** Fails before all else that differs because of it. */
export function expectNotSprung({ sprung }: Trap): void {
  expect(sprung(), "The program may run, start and reach nothing of this").toBe("");
}
