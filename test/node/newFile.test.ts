import { readdirSync, readFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { createFile } from "../../server/src/node/newFile.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

test("a file is made with its text", async () => {
  const path = join(temporaryFolder({}), "namesake.json");
  await createFile(path, "{}");
  expect(readFileSync(path, "utf8")).toBe("{}");
});

test("a file that is there stays as it is", async () => {
  const folder = temporaryFolder({ "namesake.json": "theirs" });
  await expect(createFile(join(folder, "namesake.json"), "ours")).rejects.toThrow("EEXIST");
  expect(readFileSync(join(folder, "namesake.json"), "utf8")).toBe("theirs");
});

test("a disk that is full halfway leaves no half of a file", async () => {
  const folder = temporaryFolder({});
  const handle = await open(join(folder, "other"), "wx");
  await handle.close();
  const handles: FileHandle = Object.getPrototypeOf(handle);
  const writing = vi.spyOn(handles, "writeFile").mockImplementation(async function (this: FileHandle) {
    await this.write("{");
    throw new Error("ENOSPC: no space left on device, write");
  });
  await expect(createFile(join(folder, "namesake.json"), "{}")).rejects.toThrow("ENOSPC");
  writing.mockRestore();
  expect(readdirSync(folder)).toEqual(["other"]);
});
