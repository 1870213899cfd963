/** Git repositories for tests, free of what the machine and its user have configured. */

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** Folders whose content the repository has in turn; those that are not there are left out. */
interface Trees {
  readonly before: string;
  readonly after: string;
  readonly disk: string;
}

export function makeRepository(trees: Trees, after: "disk" | "staged" | "committed"): string {
  const folder = temporaryFolder({});
  git(folder, "init", "--quiet", "--initial-branch=main");
  if (existsSync(trees.before)) {
    replaceTree(folder, trees.before);
    commit(folder);
  }
  if (existsSync(trees.after)) replaceTree(folder, trees.after);
  if (after === "staged") git(folder, "add", "--all");
  if (after === "committed") commit(folder);
  if (existsSync(trees.disk)) replaceTree(folder, trees.disk);
  return folder;
}

export function commit(folder: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message=change");
}

export function git(folder: string, ...arguments_: readonly string[]): string {
  return execFileSync("git", [...arguments_], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "Test",
      GIT_AUTHOR_EMAIL: "test@example.com",
      GIT_COMMITTER_NAME: "Test",
      GIT_COMMITTER_EMAIL: "test@example.com",
    },
  });
}

function replaceTree(folder: string, tree: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== ".git") rmSync(join(folder, name), { recursive: true });
  }
  cpSync(tree, folder, { recursive: true });
}
