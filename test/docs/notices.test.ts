/** Holds THIRD-PARTY-NOTICES.md to what is bundled, and its list of sources to the heads of the tables. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundledPackages } from "../../scripts/notices/bundledPackages.mjs";
import { dataSources } from "../../scripts/notices/dataSources.mjs";
import { renderNotices } from "../../scripts/notices/notices.mjs";

const notices = readFileSync("THIRD-PARTY-NOTICES.md", "utf8");

test("has every package that ships, in its version", async () => {
  const shipped = (await bundledPackages()).map(({ name, version }) => `### ${name} ${version}`);
  expect(shipped).toContain(`### jsonc-parser ${versionOf("jsonc-parser")}`);
  expect(shipped.filter((heading) => !notices.includes(`\n${heading}\n`))).toEqual([]);
});

test("is what `npm run notices` writes", async () => {
  expect(notices).toBe(await renderNotices());
});

describe("the sources of the facts", () => {
  const folder = join("data", "sources");
  const heads = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/^# source: ([^,(\n]+)/gm)].map(([, source]) =>
      source!.trim(),
    ),
  );

  test("are those at the heads of the tables", () => {
    expect(dataSources.map(({ name }) => name).sort()).toEqual([...new Set(heads)].sort());
  });
});

function versionOf(name: string): string {
  return JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8")).version;
}
