import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replaceFile } from "../../server/src/cli/writtenFile.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

test("makes the file and its folder, and leaves nothing beside it", async () => {
  const folder = temporaryFolder({});
  await replaceFile(folder, join(folder, "a", "b.json"), "{}");
  expect(readFileSync(join(folder, "a", "b.json"), "utf8")).toBe("{}");
  expect(readdirSync(join(folder, "a"))).toEqual(["b.json"]);
});

describe.skipIf(process.platform === "win32")("on systems with links and permissions", () => {
  test("a link stays a link, and permissions stay", async () => {
    const folder = temporaryFolder({ "real.json": "old" });
    chmodSync(join(folder, "real.json"), 0o640);
    symlinkSync("real.json", join(folder, "link.json"));
    await replaceFile(folder, join(folder, "link.json"), "new");
    expect(lstatSync(join(folder, "link.json")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "real.json"), "utf8")).toBe("new");
    expect(statSync(join(folder, "real.json")).mode & 0o777).toBe(0o640);
  });

  test.each([
    { what: "a link", link: "a.json", path: "a.json" },
    { what: "a file in a linked folder", link: "sub", path: "sub/a.json" },
    { what: "a new file in a linked folder", link: "sub", path: "sub/new.json" },
  ])("$what out of the folder is left alone", async ({ link, path }) => {
    const outside = temporaryFolder({ "a.json": "old" });
    const folder = temporaryFolder({});
    symlinkSync(link.endsWith(".json") ? join(outside, link) : outside, join(folder, link));
    await expect(replaceFile(folder, join(folder, path), "new")).rejects.toThrow("out of the folder");
    expect(readFileSync(join(outside, "a.json"), "utf8")).toBe("old");
    expect([readdirSync(folder), readdirSync(outside)]).toEqual([[link], ["a.json"]]);
  });
});
