/** A repository that would have git run programs of its choice, whatever git is asked. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commit, git, makeRepository } from "../cli/repository.ts";
import { type HostileWorkspace, makeHostileWorkspace } from "./hostileWorkspace.ts";

/** A repository whose configuration names a program for everything that git can be made to start. */
export function makeHostileRepository(): HostileWorkspace {
  const workspace = makeHostileWorkspace();
  const folder = makeRepository({ before: "", after: "", disk: "" }, "disk");
  const spy = join(folder, ".git", "spy.sh");
  writeFileSync(spy, `#!/bin/sh\ntouch '${workspace.ran}'\ncat 2>/dev/null\n`, { mode: 0o755 });
  writeFileSync(join(folder, ".gitattributes"), "* filter=spy diff=spy merge=spy\n");
  writeFileSync(join(folder, "requirements.txt"), "requests\n");
  commit(folder);
  const settings = [
    ...["core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "core.gitProxy", "core.askPass"],
    ...["diff.external", "diff.spy.textconv", "diff.spy.command", "filter.spy.clean", "filter.spy.smudge"],
    ...[
      "filter.spy.process",
      "merge.spy.driver",
      "gpg.program",
      "credential.helper",
      "uploadpack.packObjectsHook",
    ],
    ...["pager.rev-parse", "pager.ls-tree", "pager.cat-file", "sequence.editor", "interactive.diffFilter"],
  ];
  for (const key of settings) git(folder, "config", key, spy);
  for (const name of ["rev-parse", "ls-tree", "ls-files", "cat-file", "diff-index", "check"]) {
    git(folder, "config", `alias.${name}`, `!${spy}`);
  }
  const included = join(folder, ".git", "included");
  writeFileSync(
    included,
    `[core]\n\thooksPath = ${folder}/.git/evil\n\tfsmonitor = ${spy}\n[diff]\n\texternal = ${spy}\n`,
  );
  git(folder, "config", "include.path", included);
  git(folder, "config", "extensions.partialClone", "origin");
  git(folder, "config", "remote.origin.url", `ext::${spy}`);
  git(folder, "config", "remote.origin.promisor", "true");
  for (const hooks of ["hooks", "evil"]) {
    for (const hook of [
      "post-index-change",
      "post-checkout",
      "pre-commit",
      "fsmonitor-watchman",
      "reference-transaction",
    ]) {
      mkdirSync(join(folder, ".git", hooks), { recursive: true });
      writeFileSync(join(folder, ".git", hooks, hook), `#!/bin/sh\ntouch '${workspace.ran}'\n`, {
        mode: 0o755,
      });
    }
  }
  writeFileSync(join(folder, "requirements.txt"), "requests\nreqeusts\n");
  return { ...workspace, folder };
}
