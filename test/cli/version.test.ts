/** `namesake --version`: what a report of a bug begins with. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

test("the version is that of the package, and nothing else is said", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("dist", "cli.js"), "--version"], {
    encoding: "utf8",
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});
