/** A change cannot hide what it adds: what it says of trust is reported and not in force, and files that it has passed over are looked at. */

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { commit, git, makeRepository } from "./repository.ts";

const program = resolve("dist", "cli.js");

interface Result {
  readonly findings: readonly { readonly path: string; readonly name: string }[];
  readonly policyChanges: readonly { readonly key: string }[];
}

/** What a check says of a commit that adds the files to a repository that has nothing but a README. */
function checkChange(files: Readonly<Record<string, string>>): Result {
  const folder = makeRepository({ before: "", after: "", disk: "" }, "disk");
  writeFileSync(join(folder, "README"), "x\n");
  commit(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git(folder, "add", "--all", "--force");
  git(folder, "-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "x");
  const arguments_ = [program, "check", "--since", "HEAD~1", "--format", "json"];
  const { stdout } = spawnSync(process.execPath, arguments_, { cwd: folder, encoding: "utf8" });
  return JSON.parse(stdout) as Result;
}

const bad = { "requirements.txt": "reqeusts\n" };
const trusting = { trustedPackages: { reqeusts: { reason: "fine" } } };

describe("what a change says of trust is reported, and not in force", () => {
  test.each([
    {
      what: "an entry in namesake.json",
      files: { ...bad, "namesake.json": JSON.stringify(trusting) },
      key: "namesake.trustedPackages.reqeusts",
    },
    {
      what: "an entry in the settings",
      files: {
        ...bad,
        ".vscode/settings.json": '{ "namesake.trustedPackages": { "req*": {} } }',
      },
      key: "namesake.trustedPackages.req*",
    },
    {
      what: "an entry in pyproject.toml",
      files: { ...bad, "pyproject.toml": "[tool.namesake]\nenable = false\n" },
      key: "namesake.enable",
    },
    {
      what: "files left out",
      files: { ...bad, "namesake.json": '{ "exclude": ["**/*"] }' },
      key: "namesake.exclude",
    },
    {
      what: "an ignore comment in a new file",
      files: { "requirements.txt": "reqeusts  # namesake: ignore\n" },
      key: "# namesake: ignore",
    },
  ])("$what", ({ files, key }) => {
    const { findings, policyChanges } = checkChange(files);
    expect(findings.map(({ name }) => name)).toEqual(["reqeusts"]);
    expect(policyChanges.map((change) => change.key)).toEqual([key]);
  });
});

describe("files that are committed are looked at", () => {
  test.each([
    { what: "although git ignores them", files: { ...bad, ".gitignore": "*.txt\n" } },
    { what: "although an environment seems to begin at the root", files: { ...bad, "pyvenv.cfg": "" } },
    {
      what: "although an environment seems to begin in their folder",
      files: { "sub/requirements.txt": "reqeusts\n", "sub/pyvenv.cfg": "" },
    },
    { what: "although a folder has conda's", files: { ...bad, "conda-meta/history": "" } },
  ])("$what", ({ files }) => {
    expect(checkChange(files).findings.map(({ name }) => name)).toEqual(["reqeusts"]);
  });

  test("but not in folders of other people's packages", () => {
    expect(checkChange({ "node_modules/x/requirements.txt": "reqeusts\n" }).findings).toEqual([]);
  });
});
