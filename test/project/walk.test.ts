import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diskTree } from "../../server/src/node/disk.ts";
import type { FileTree } from "../../server/src/project/fileTree.ts";
import { type WalkOptions, walk } from "../../server/src/project/walk.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

async function found(files: Readonly<Record<string, string>>, options?: WalkOptions): Promise<string[]> {
  const paths: string[] = [];
  for await (const folder of walk(diskTree(temporaryFolder(files)), options)) {
    paths.push(...folder.map(({ path, ignored }) => (ignored ? `${path} (ignored)` : path)));
  }
  return paths;
}

async function pathsIn(tree: FileTree, options?: WalkOptions): Promise<string[]> {
  const paths: string[] = [];
  for await (const files of walk(tree, options)) paths.push(...files.map(({ path }) => path));
  return paths;
}

test("takes the project itself for no environment, whatever lies in it", async () => {
  expect(await found({ "pyvenv.cfg": "", "conda-meta/history": "", "main.py": "" })).toEqual([
    "main.py",
    "pyvenv.cfg",
    "conda-meta/history",
  ]);
});

test("gives a folder's files before those of the folders in it, in the order of names, with forward slashes", async () => {
  expect(
    await found({ "b.txt": "", "a/c.py": "", "a/b/d.py": "", "a/a.py": "", "c/x.py": "", "c.txt": "" }),
  ).toEqual(["b.txt", "c.txt", "a/a.py", "a/c.py", "a/b/d.py", "c/x.py"]);
});

test("marks what git is told to ignore, the innermost file deciding", async () => {
  expect(
    await found({
      ".gitignore": "build/\n*.log\n",
      "build/x.py": "",
      "a.log": "",
      "kept/.gitignore": "!important.log\n",
      "kept/important.log": "",
      "kept/other.log": "",
      "main.py": "",
    }),
  ).toEqual([
    ".gitignore",
    "a.log (ignored)",
    "main.py",
    "build/x.py (ignored)",
    "kept/.gitignore",
    "kept/important.log",
    "kept/other.log (ignored)",
  ]);
});

test("can pass ignored folders over", async () => {
  expect(
    await found({ ".gitignore": "build/\n", "build/x.py": "", "a.py": "" }, { skipIgnored: true }),
  ).toEqual([".gitignore", "a.py"]);
});

test.each([
  ["an environment", { "venv/pyvenv.cfg": "", "venv/lib/x.py": "" }],
  ["a conda environment", { "env/conda-meta/history": "", "env/x.py": "" }],
  ["other people's packages", { "node_modules/x/x.py": "", "lib/site-packages/y.py": "" }],
  ["tools' state", { ".git/hooks/x.py": "", ".tox/py/x.py": "", "__pycache__/x.py": "" }],
])("does not look into %s", async (_what, files) => {
  expect(await found({ "main.py": "", ...files })).toEqual(["main.py"]);
});

test("follows no links to folders", async () => {
  const folder = temporaryFolder({ "a/x.py": "" });
  symlinkSync(folder, join(folder, "a", "loop"), "junction");
  expect(await pathsIn(diskTree(folder))).toEqual(["a/x.py"]);
});

test.skipIf(process.platform === "win32")("gives links to files of the tree, and no others", async () => {
  const outside = temporaryFolder({ "secret.txt": "" });
  const folder = temporaryFolder({ "a/names.dat": "", "b/x.py": "" });
  symlinkSync("../a/names.dat", join(folder, "b", "inside.txt"));
  symlinkSync(join(outside, "secret.txt"), join(folder, "b", "outside.txt"));
  symlinkSync("nowhere", join(folder, "b", "dangling.txt"));
  symlinkSync("itself.txt", join(folder, "b", "itself.txt"));
  expect(await pathsIn(diskTree(folder))).toEqual(["a/names.dat", "b/inside.txt", "b/x.py"]);
});

test("stops at the most files it may give", async () => {
  const files = { "a.py": "", "b.py": "", "c/d.py": "" };
  expect(await found(files, { mostFiles: 1 })).toEqual(["a.py"]);
  expect(await found(files, { mostFiles: 2 })).toEqual(["a.py", "b.py"]);
  expect(await found(files, { mostFiles: 3 })).toEqual(["a.py", "b.py", "c/d.py"]);
});

test("gives nothing for a folder that is not there", async () => {
  expect(await pathsIn(diskTree(join(temporaryFolder({}), "nowhere")))).toEqual([]);
});

test("asks for the folders beside each other at once, since an answer may come from far away", async () => {
  const disk = diskTree(temporaryFolder({ "a/x.py": "", "b/x.py": "", "c/d/x.py": "", ".git/x": "" }));
  const asked: string[][] = [[]];
  const far = {
    ...disk,
    async list(folder: string) {
      asked.at(-1)!.push(folder);
      const entries = await disk.list(folder);
      // What is asked for from now on could only be asked after an answer.
      if (asked.at(-1)!.length > 0) asked.push([]);
      return entries;
    },
  };
  expect(await pathsIn(far)).toEqual(["a/x.py", "b/x.py", "c/d/x.py"]);
  expect(asked.filter((folders) => folders.length > 0)).toEqual([[""], ["a", "b", "c"], ["c/d"]]);
});

test("passes over folders that are deleted while it is at others", async () => {
  const folder = temporaryFolder({ "a/x.py": "", "b/x.py": "", "c/d/x.py": "", "c/x.py": "" });
  const paths: string[] = [];
  const unreadable: unknown[] = [];
  for await (const files of walk(diskTree(folder), { onUnreadable: (each) => unreadable.push(each) })) {
    paths.push(...files.map(({ path }) => path));
    if (paths.includes("a/x.py")) rmSync(join(folder, "c"), { recursive: true, force: true });
  }
  // What stood in it was listed already when it went.
  expect(paths).toEqual(["a/x.py", "b/x.py", "c/x.py"]);
  expect(unreadable).toEqual([]);
});

test("tells of folders that cannot be read, but not of those that git is told to ignore", async () => {
  const disk = diskTree(
    temporaryFolder({
      ".gitignore": "/ignored/\n",
      "a/x.py": "",
      "closed/x.py": "",
      "ignored/closed/x.py": "",
    }),
  );
  const tree = {
    ...disk,
    async list(folder: string) {
      if (folder.endsWith("closed")) throw Object.assign(new Error("EACCES: denied"), { code: "EACCES" });
      return disk.list(folder);
    },
  };
  const unreadable: unknown[] = [];
  const paths = await pathsIn(tree, { onUnreadable: (each) => unreadable.push(each) });
  expect(paths).toEqual([".gitignore", "a/x.py"]);
  expect(unreadable).toEqual([{ path: "closed", reason: "permission denied" }]);
});
