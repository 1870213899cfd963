/**
 * What a git repository holds, read by git's plumbing alone. Nothing of it is run: commands that look at the working
 * tree could start filters and monitors that a repository's configuration names, so that none of those is used.
 */

import { execFile } from "node:child_process";
import { dirname, posix, resolve } from "node:path";
import * as l10n from "@vscode/l10n";
import { decodeText } from "../project/decodeText.ts";

/** Something in git is not as it was asked for; the message says so in words. */
export class GitError extends Error {}

/** A folder within a repository. Paths are below that folder, with `/` as separator. */
export interface Repository {
  /** The commit that a revision names. @throws {GitError} where there is none, with the way out for shallow clones */
  findCommit(revision: string): Promise<string>;
  /** The commit that is checked out; null before the first one. */
  findHead(): Promise<string | null>;
  /** The files of a commit, by path, with the ids of their blobs; a link to one of them has the id of that. */
  filesOf(commit: string): Promise<ReadonlyMap<string, string>>;
  /** The same of the index, which is what the next commit would hold. */
  stagedFiles(): Promise<ReadonlyMap<string, string>>;
  /** The former paths of files that the index has under another path than the commit, by the path that they have now. */
  renamesSince(commit: string): Promise<ReadonlyMap<string, string>>;
  /** Texts by the ids of their blobs. */
  readBlobs(ids: Iterable<string>): Promise<ReadonlyMap<string, string>>;
}

/** @throws {GitError} where the folder is in no repository, or git is not there */
export async function openRepository(folder: string): Promise<Repository> {
  const prefix = (await git(folder, ["rev-parse", "--show-prefix"])).toString().trim();
  const below = (path: string): string | null => (path.startsWith(prefix) ? path.slice(prefix.length) : null);

  return {
    async findCommit(revision) {
      const commit = await tryCommit(folder, revision);
      if (commit !== null) return commit;
      const shallow =
        (await git(folder, ["rev-parse", "--is-shallow-repository"])).toString().trim() === "true";
      throw new GitError(
        shallow
          ? l10n.t(
              "this shallow clone does not hold the revision '{revision}'. Fetch it first, such as with 'git fetch --unshallow'.",
              { revision },
            )
          : l10n.t("this repository has no revision '{revision}'.", { revision }),
      );
    },
    findHead: () => tryCommit(folder, "HEAD"),
    async filesOf(commit) {
      return readFiles(folder, await git(folder, ["ls-tree", "-r", "-z", "--full-tree", commit]), below);
    },
    async stagedFiles() {
      return readFiles(folder, await git(folder, ["ls-files", "--stage", "-z", "--full-name"]), below);
    },
    async renamesSince(commit) {
      const options = [
        "--cached",
        "-M",
        "-z",
        "--name-status",
        "--diff-filter=R",
        "--no-ext-diff",
        "--no-textconv",
      ];
      const fields = splitZeros(await git(folder, ["diff-index", ...options, commit]));
      const renames = new Map<string, string>();
      for (let index = 0; index + 2 < fields.length; index += 3) {
        const [before, after] = [below(fields[index + 1]!), below(fields[index + 2]!)];
        if (before !== null && after !== null) renames.set(after, before);
      }
      return renames;
    },
    readBlobs: (ids) => readBlobs(folder, ids),
  };
}

async function readBlobs(folder: string, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  return readBatch(await git(folder, ["cat-file", "--batch"], `${wanted.join("\n")}\n`));
}

async function tryCommit(folder: string, revision: string): Promise<string | null> {
  // What begins with a hyphen would be an option, and is no revision.
  if (revision.startsWith("-")) return null;
  const output = await git(folder, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]).catch(
    () => null,
  );
  return output?.toString().trim() ?? null;
}

/** Entries of `ls-tree` (`mode type id<TAB>path`) or `ls-files --stage` (`mode id stage<TAB>path`). Submodules are left out. */
async function readFiles(
  folder: string,
  output: Buffer,
  below: (path: string) => string | null,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const links = new Map<string, string>();
  for (const entry of splitZeros(output)) {
    const [, mode, id, path = ""] =
      /^(100\d{3}|120000) (?:blob )?([0-9a-f]+)(?: \d)?\t(.+)$/s.exec(entry) ?? [];
    const inside = below(path);
    if (id !== undefined && inside !== null) (mode === "120000" ? links : files).set(inside, id);
  }
  // What a link's blob holds is where the link leads.
  const targets = await readBlobs(folder, links.values());
  for (const [path, id] of links) {
    const target = files.get(posix.join(posix.dirname(path), targets.get(id) ?? ""));
    if (target !== undefined) files.set(path, target);
  }
  return files;
}

function splitZeros(output: Buffer): string[] {
  return output
    .toString("utf8")
    .split("\0")
    .filter((field) => field !== "");
}

/** The answer of `cat-file --batch`: `id type size`, a line break, the bytes, a line break; or `id missing`. */
function readBatch(output: Buffer): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let position = 0;
  while (position < output.length) {
    const end = output.indexOf("\n", position);
    const [id = "", type, size] = output.toString("utf8", position, end).split(" ");
    position = end + 1;
    if (type !== "blob") continue;
    texts.set(id, decodeText(output.subarray(position, position + Number(size))));
    position += Number(size) + 1;
  }
  return texts;
}

/** Settings that win over the repository's own, so that reading it starts no program and no connection. */
const harmless = [
  ["core.fsmonitor", "false"],
  ["core.hooksPath", "/dev/null"],
  ["core.untrackedCache", "false"],
  ["diff.external", ""],
].flatMap(([key, value]) => ["-c", `${key}=${value}`]);

function git(folder: string, arguments_: readonly string[], input?: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = execFile(
      "git",
      ["-C", folder, "--no-pager", "--no-replace-objects", ...harmless, ...arguments_],
      {
        // Windows looks for a program in the current folder first, where a stranger's `git.exe` may lie.
        cwd: dirname(process.execPath),
        env: environment(),
        encoding: "buffer",
        maxBuffer: Number.POSITIVE_INFINITY,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (!error) return done(stdout);
        const said = stderr.toString("utf8").trim().split("\n")[0] ?? "";
        fail(new GitError(said.replace(/^fatal: /, "") || error.message));
      },
    );
    // Git may end before it has read everything; its exit says what there is to say.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input ?? "");
  });
}

/** A hook tells its programs by the environment which index is being committed, by paths from the current folder. */
function environment(): NodeJS.ProcessEnv {
  const paths = ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY"].flatMap((name) => {
    const path = process.env[name];
    return path ? [[name, resolve(path)]] : [];
  });
  return {
    ...process.env,
    ...Object.fromEntries(paths),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    // A partial clone must not fetch what it lacks while it is read.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "",
  };
}
