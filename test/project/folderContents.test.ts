import { expect, test } from "vitest";
import { diskTree } from "../../server/src/node/disk.ts";
import { readFolder } from "../../server/src/project/folderContents.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

test("the texts of a folder's manifests are read, and of its locks only where they are asked for", async () => {
  const tree = diskTree(
    temporaryFolder({ "uv.lock": "", "pyproject.toml": "", "api/poetry.lock": "", "main.py": "" }),
  );
  const read = async (withLocks: boolean) => {
    const { manifests } = await readFolder(tree, { depth: "all", withLocks });
    return manifests.map(({ path }) => path).sort();
  };
  expect(await read(true)).toEqual(["api/poetry.lock", "pyproject.toml", "uv.lock"]);
  expect(await read(false)).toEqual(["pyproject.toml"]);
});
