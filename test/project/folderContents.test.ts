/** What a folder's manifests take in is found wherever it lies in the folder, and nothing else is. */

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeWorkspaceFacts } from "../../server/src/core/workspaceFacts.ts";
import { diskTree } from "../../server/src/node/disk.ts";
import { readFolder } from "../../server/src/project/folderContents.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

async function includedIn(folder: string): Promise<string[]> {
  const contents = await readFolder(diskTree(folder), { depth: "all", withLocks: true });
  return [...makeWorkspaceFacts({ ...contents, installed: [] }).included].sort();
}

const dynamic = (table: string): string => `[tool.setuptools.dynamic]\n${table}\n`;

describe("what manifests take in", () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      "by pip's options",
      {
        "requirements.txt": "-r a.lst\n-c b.dat\n--requirement=c/d.txt\n",
        "a.lst": "",
        "b.dat": "",
        "c/d.txt": "",
      },
      ["a.lst", "b.dat", "c/d.txt"],
    ],
    [
      "by one another",
      { "requirements.txt": "-r a.lst\n", "a.lst": "-r b/c.lst\n", "b/c.lst": "-r ../a.lst\n" },
      ["a.lst", "b/c.lst"],
    ],
    [
      "in folders that are passed over",
      {
        "requirements.txt": "-r .deps/a.txt\n-r node_modules/x/b.txt\n",
        ".deps/a.txt": "",
        "node_modules/x/b.txt": "",
      },
      [".deps/a.txt", "node_modules/x/b.txt"],
    ],
    [
      "although git ignores it",
      { "requirements.txt": "-r a.lst\n", "a.lst": "", ".gitignore": "*.lst\n" },
      ["a.lst"],
    ],
    [
      "by setuptools, in pyproject.toml",
      { "pyproject.toml": dynamic('dependencies = { file = ["a.txt"] }'), "a.txt": "" },
      ["a.txt"],
    ],
    [
      "by setuptools, for extras",
      { "pyproject.toml": dynamic('optional-dependencies.dev = { file = "a.txt" }'), "a.txt": "" },
      ["a.txt"],
    ],
    [
      "by setuptools, in setup.cfg",
      { "setup.cfg": "[options]\ninstall_requires = file: a.txt, b.txt\n", "a.txt": "", "b.txt": "" },
      ["a.txt", "b.txt"],
    ],
    [
      "of another format",
      { "requirements.txt": "-r deps.py\n", "deps.py": "flask\n-r a.lst\n", "a.lst": "" },
      ["a.lst", "deps.py"],
    ],
    ["nothing that is not there", { "requirements.txt": "-r a.lst\n-r sub\n", "sub/x.lst": "" }, []],
    ["nothing that nobody names", { "requirements.txt": "flask\n", "a.lst": "", "b.txt": "-r a.lst\n" }, []],
    [
      "nothing by what git ignores",
      { "requirements.txt": "-r a.lst\n", "a.lst": "", ".gitignore": "*.txt\n" },
      [],
    ],
    [
      "nothing outside of the folder",
      { "requirements.txt": "-r ../a.lst\n-r /etc/hosts\n-r https://x.example/a.lst\n" },
      [],
    ],
  ])("%s", async (_, files, included) => {
    expect(await includedIn(temporaryFolder(files))).toEqual(included);
  });
});

test.skipIf(process.platform === "win32")(
  "links are followed within the folder and not out of it",
  async () => {
    const outside = temporaryFolder({ "a.lst": "flask\n" });
    const folder = temporaryFolder({ "requirements.txt": "-r .in/a.lst\n-r .out/a.lst\n-r .in/b.lst\n" });
    mkdirSync(join(folder, "real"));
    writeFileSync(join(folder, "real", "a.lst"), "flask\n");
    symlinkSync(join(folder, "real"), join(folder, ".in"));
    symlinkSync(outside, join(folder, ".out"));
    symlinkSync(join(outside, "a.lst"), join(folder, "real", "b.lst"));
    expect(await includedIn(folder)).toEqual([".in/a.lst"]);
  },
);

test("the texts of a folder's manifests are read, and of its locks only where they are asked for", async () => {
  const tree = diskTree(
    temporaryFolder({ "uv.lock": "", "pyproject.toml": "", "api/poetry.lock": "", "main.py": "" }),
  );
  const read = async (withLocks: boolean) => {
    const { manifests } = await readFolder(tree, { depth: "all", withLocks });
    return manifests.map(({ path }) => path);
  };
  expect(await read(true)).toEqual(["api/poetry.lock", "pyproject.toml", "uv.lock"]);
  expect(await read(false)).toEqual(["pyproject.toml"]);
});
