/** Reading a repository must find what git holds, and start nothing that the repository names. */

import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { GitError, openRepository } from "../../server/src/node/git.ts";
import { commit, git, makeRepository } from "../cli/repository.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const noTrees = { before: "", after: "", disk: "" };

function repository(files: Readonly<Record<string, string>>): string {
  const folder = makeRepository(noTrees, "disk");
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  commit(folder);
  return folder;
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function textsAt(folder: string, revision = "HEAD"): Promise<Record<string, string>> {
  const opened = await openRepository(folder);
  const files = await opened.filesOf(await opened.findCommit(revision));
  const blobs = await opened.readBlobs(files.values());
  return Object.fromEntries([...files].map(([path, id]) => [path, blobs.get(id) ?? "missing"]));
}

const odd = {
  "a b.txt": "1\n",
  "é ü/ñ.txt": "zwei\r\n",
  "empty.txt": "",
  'quote".txt': "\n\n",
  "-x.txt": "x",
};

describe.skipIf(process.platform === "win32")("files with odd names and texts", () => {
  test("come back as they are", async () => {
    expect(await textsAt(repository(odd))).toEqual(odd);
  });
});

test("a link has the text of the file that it leads to, and is none where it leads elsewhere", async () => {
  const folder = repository({ "real.txt": "x", "sub/real.txt": "y" });
  const links = {
    "link.txt": "real.txt",
    "sub/up.txt": "../real.txt",
    "to-itself.txt": "to-itself.txt",
    "to-nothing.txt": "nowhere.txt",
    "to-a-folder": "sub",
    "out-of-the-repository.txt": "../real.txt",
    "absolute.txt": join(folder, "real.txt"),
  };
  try {
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
  } catch {
    console.log("left out: this system lets nobody make links");
    return;
  }
  commit(folder);
  const real = { "real.txt": "x", "sub/real.txt": "y" };
  expect(await textsAt(folder)).toEqual({ ...real, "link.txt": "x", "sub/up.txt": "x" });
});

test("below a subfolder, paths begin there", async () => {
  const folder = repository({ "a.txt": "a", "sub/b.txt": "b", "sub/c/d.txt": "d", "subway.txt": "" });
  expect(await textsAt(join(folder, "sub"))).toEqual({ "b.txt": "b", "c/d.txt": "d" });
});

test("the index and its renames", async () => {
  const text = "one\ntwo\nthree\n";
  const folder = repository({ "old.txt": text, "kept.txt": "k" });
  git(folder, "mv", "old.txt", "new.txt");
  write(folder, "kept.txt", "not staged");
  const opened = await openRepository(folder);
  const staged = await opened.stagedFiles();
  const blobs = await opened.readBlobs(staged.values());
  expect([...staged].map(([path, id]) => [path, blobs.get(id)])).toEqual([
    ["kept.txt", "k"],
    ["new.txt", text],
  ]);
  expect([...(await opened.renamesSince(await opened.findCommit("HEAD")))]).toEqual([["new.txt", "old.txt"]]);
});

describe("revisions", () => {
  test.each(["HEAD~1", "nowhere", "", "--all", "-h", "HEAD:a.txt"])("%j is none", async (revision) => {
    const opened = await openRepository(repository({ "a.txt": "a" }));
    await expect(opened.findCommit(revision)).rejects.toThrow(
      `this repository has no revision '${revision}'.`,
    );
  });

  test("before the first commit there is no head", async () => {
    const opened = await openRepository(makeRepository(noTrees, "disk"));
    expect(await opened.findHead()).toBeNull();
  });

  test("a shallow clone says what to do", async () => {
    const folder = repository({ "a.txt": "1" });
    write(folder, "a.txt", "2");
    commit(folder);
    const clone = temporaryFolder({});
    git(clone, "clone", "--quiet", "--depth=1", pathToFileURL(folder).href, "clone");
    expect(await textsAt(join(clone, "clone"))).toEqual({ "a.txt": "2" });
    await expect(textsAt(join(clone, "clone"), "HEAD~1")).rejects.toThrow("git fetch --unshallow");
  });

  test("outside a repository", async () => {
    await expect(openRepository(temporaryFolder({}))).rejects.toThrow(GitError);
  });
});

describe("in a hook", () => {
  afterEach(() => {
    delete process.env.GIT_INDEX_FILE;
  });

  test("the index is the one of the commit that is being made", async () => {
    const folder = repository({ "a.txt": "old" });
    write(folder, "a.txt", "new");
    process.env.GIT_INDEX_FILE = join(folder, ".git", "other-index");
    git(folder, "read-tree", "HEAD");
    git(folder, "update-index", "a.txt");
    const opened = await openRepository(folder);
    const ids = (await opened.stagedFiles()).values();
    expect([...(await opened.readBlobs(ids)).values()]).toEqual(["new"]);
    delete process.env.GIT_INDEX_FILE;
    const committed = (await opened.stagedFiles()).values();
    expect([...(await opened.readBlobs(committed)).values()]).toEqual(["old"]);
  });
});

describe.skipIf(process.platform === "win32")("programs that the repository names", () => {
  test("are not started, though git's everyday commands start them", async () => {
    const folder = repository({ "a.txt": "1\n", ".gitattributes": "* filter=spy diff=spy\n" });
    const ran = join(folder, ".git", "ran");
    const spy = join(folder, ".git", "spy.sh");
    writeFileSync(spy, `#!/bin/sh\necho "$@" >> '${ran}'\ncat 2>/dev/null\n`);
    chmodSync(spy, 0o755);
    const settings = ["core.fsmonitor", "filter.spy.clean", "filter.spy.smudge", "diff.spy.textconv"];
    for (const key of [...settings, "diff.external", "core.sshCommand", "core.pager", "diff.spy.command"]) {
      git(folder, "config", key, spy);
    }
    write(folder, "a.txt", "2\n");
    const opened = await openRepository(folder);
    const head = await opened.findCommit("HEAD");
    await opened.readBlobs([
      ...(await opened.filesOf(head)).values(),
      ...(await opened.stagedFiles()).values(),
    ]);
    await opened.renamesSince(head);
    expect(existsSync(ran)).toBe(false);
    git(folder, "diff");
    expect(existsSync(ran)).toBe(true);
  });
});
