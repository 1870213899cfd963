/** Nothing ships that nobody decided to ship, and nothing is left out. With UPDATE=1 the list is written anew; read the difference. */

import { writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { packageExtension } from "../../scripts/vscode/package.mjs";
import { filesInArchive, filesMeantToShip, list } from "./shipped.ts";

let files: string[];
beforeAll(async () => {
  files = filesInArchive(await packageExtension());
  if (process.env.UPDATE) writeFileSync(list, `${files.join("\n")}\n`);
}, 60_000);

test("the packaged extension holds the files of the committed list, no other", () => {
  expect(files).toEqual(filesMeantToShip());
});

test("it holds at most 45", () => {
  expect(files.length).toBeLessThanOrEqual(45);
});
