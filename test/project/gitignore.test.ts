/** What `.gitignore` says of paths, compared with git itself, and how long that takes where the rules are meant to take long. */

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { array, assert, constantFrom, property, record, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../server/src/project/decodeText.ts";
import type { FileTree } from "../../server/src/project/fileTree.ts";
import { bytesOf, readIgnoreRules } from "../../server/src/project/gitignore.ts";
import { walk } from "../../server/src/project/walk.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** The path and whether it is ignored, of the file itself or by a folder that it lies in. */
function ignoredByUs(rules: string, paths: readonly string[]): string[] {
  const verdict = readIgnoreRules(decodeText(Buffer.from(rules)));
  return paths.filter((path) => {
    const names = bytesOf(path).split("/");
    return names.some(
      (_, index) =>
        verdict(names.slice(0, index + 1).join("/"), index + 1 < names.length ? "folder" : "file") === true,
    );
  });
}

function git(folder: string, input: string, ...arguments_: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync("git", arguments_, {
    cwd: folder,
    input,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: "1" },
  });
  if (error || (status ?? 2) > 1) throw error ?? new Error(stderr);
  return stdout;
}

function newRepository(): string {
  const folder = temporaryFolder({});
  git(folder, "", "init", "--quiet");
  git(folder, "", "config", "core.ignorecase", "false");
  return folder;
}

function ignoredByGit(repository: string, rules: string, paths: readonly string[]): string[] {
  writeFileSync(join(repository, ".gitignore"), rules);
  const said = git(
    repository,
    paths.map((path) => `${path}\0`).join(""),
    ...["check-ignore", "--no-index", "--verbose", "--stdin", "-z"],
  ).split("\0");
  // Of four fields each: the file, the line, the pattern, the path.
  return paths.filter((path) =>
    said.some((field, index) => index % 4 === 3 && field === path && !said[index - 1]!.startsWith("!")),
  );
}

const hasGit = spawnSync("git", ["--version"]).status === 0;
if (!hasGit) console.log("Left out, for want of git: the comparison of ignore rules with git's own.");

describe.skipIf(!hasGit)("as git does", () => {
  test.each<[what: string, rules: string, paths: readonly string[]]>([
    ["names at any depth", "a\n*.log\nb/\n", ["a", "x/a", "a/x", "x.log", "x/y.log", "b", "x/b/c", "A"]],
    ["comments", "#a\n\\#b\n #c\n", ["#a", "#b", "b", " #c", "a"]],
    ["exclamation marks", "*\n!a\n\\!b\n!!c\n!\n", ["a", "b", "!b", "!c", "x"]],
    [
      "trailing spaces",
      "a   \nb\\ \nc\\  \nd\\\\ \ne \\\n",
      ["a", "b ", "b", "c ", "c  ", "d\\", "e \\", "e "],
    ],
    ["blank ends that are no spaces", "a\t\nb\u00a0\n", ["a", "a\t", "b", "b\u00a0"]],
    ["carriage returns", "a\r\nb\r\r\nc\r", ["a", "a\r", "b", "b\r", "c", "c\r"]],
    ["a byte order mark", "\ufeffa\n\ufeffb\n", ["a", "\ufeffa", "b", "\ufeffb"]],
    ["what is behind a zero", "a\0b\nc\n", ["a", "ab", "b", "c"]],
    ["empty lines and slashes alone", "\n/\n//\n!/\n   \n", ["a", "a/b"]],
    ["anchors", "/a\nb/c\n/d/\n//e\n", ["a", "x/a", "b/c", "x/b/c", "d/x", "x/d/x", "d", "e"]],
    ["folders alone", "a/\nb/c/\nd//\n*/\n", ["a", "a/x", "x/a", "b/c", "b/c/x", "d/x", "x/y"]],
    ["negation below what is ignored", "a/\n!a/b\nc/*\n!c/b\n", ["a/b", "c/b", "c/d", "c/b/x"]],
    [
      "stars",
      "a*b\n/c/*\n/*/d\n*e*\n",
      ["ab", "axb", "a/b", "c/x", "c/x/y", "x/d", "d", "x/y/d", "e", "xex"],
    ],
    ["question marks", "a?b\nx/?\n??\n", ["axb", "ab", "a/b", "x/y", "x/yy", "é", "x/é"]],
    [
      "folders by stars",
      "**/a\nb/**\nc/**/d\n/**/e\n",
      ["a", "x/a", "x/y/a", "b", "b/x", "c/d", "c/x/y/d", "cd", "e", "x/e"],
    ],
    [
      "other double stars",
      "a**b\nx/c**d\n***/e\nf/***\n",
      ["ab", "axb", "a/b", "x/cd", "x/c/d", "x/cx/y/d", "e", "x/e", "f/x/y"],
    ],
    [
      "double stars behind letters",
      "a**/b\nx/c**\nd**\\/e\n",
      ["a/b", "ab", "ax/y/b", "a/x/b", "x/c", "x/cx/y", "d/e", "de", "dx/y/e"],
    ],
    ["double stars before an escape", "**\\/a\nb/**\\/c\n", ["a", "x/a", "b/c", "b/x/c", "b/x/y/c"]],
    [
      "brackets",
      "[a-c]\nx[!a-c]\ny[^a]\n[]]z\n[!]]w\n[a-]v\n",
      ["b", "d", "xd", "xa", "yb", "ya", "]z", "aw", "]w", "-v", "av"],
    ],
    [
      "slashes in brackets",
      "a[/]b\nc[!x]d\n[x/]e\nf[.-0]g\n/h[[:graph:][:punct:]]i\n",
      ["a/b", "c/d", "cyd", "xe", "x/e", "f/g", "f.g", "f0g", "h/i", "h0i"],
    ],
    [
      "what is no bracket",
      "a[\nb[a\nc[]\n[[:foo:]]d\n[[:alpha]e\n[[:]f\n",
      ["a[", "a", "b[a", "ba", "c[]", "ad", "x/:e", "[e", "x/:f"],
    ],
    [
      "escapes",
      "\\a\nb\\*\nc\\\\d\n[\\]]e\n[a\\-c]f\n[\\a-c]g\nh\\\n",
      ["a", "\\a", "b*", "bx", "c\\d", "]e", "bf", "-f", "bg", "h", "h\\"],
    ],
    [
      "ranges",
      "[c-a]\nx[a-]\ny[a-b-d]\nz[[:digit:]-a]\n[--0]w\n[a-[]v\n",
      ["b", "x-", "y-", "yc", "yd", "z-", "z5", "za", ".w", "-w", "[v"],
    ],
    ["case", "Build/\n[A-Z]x\n[[:upper:]]y\n", ["build/x", "Build/x", "ax", "Ax", "ay", "Ay"]],
  ])("%s", (_what, rules, paths) => {
    const theirs = ignoredByGit(newRepository(), rules, paths);
    expect(ignoredByUs(rules, paths)).toEqual(theirs);
  });

  test("the classes of POSIX", () => {
    const names = [
      ..."alnum alpha blank cntrl digit graph lower print punct space upper xdigit word".split(" "),
    ];
    const letters = Array.from({ length: 0x7f }, (_, code) => String.fromCharCode(code + 1));
    const paths = [...letters.filter((letter) => letter !== "/"), "é"].map((letter) => `x${letter}x`);
    const repository = newRepository();
    for (const name of names)
      for (const rules of [`x[[:${name}:]]x\n`, `x[^[:${name}:]]x\n`, `x[_[:${name}:]-z]*x\n`])
        expect([rules, ignoredByUs(rules, paths)]).toEqual([rules, ignoredByGit(repository, rules, paths)]);
  });

  test("whatever the rules and the paths", () => {
    const repository = newRepository();
    const piece = constantFrom(
      ..."a b c aa ab . * * ** ** *** / / / ? [ab] [!a] [^b] [a-c] [/] [[:alpha:]] [ ] - ! # \\ \\a \\* \\/ é \r".split(
        " ",
      ),
      " ",
      "**/",
      "/**",
      "/**/",
    );
    const line = array(piece, { maxLength: 9 }).map((pieces) => pieces.join(""));
    const rules = tuple(array(line, { minLength: 1, maxLength: 4 }), constantFrom("\n", "\r\n")).map(
      ([lines, end]) => lines.join(end),
    );
    const name = array(constantFrom(..."a a b b c . - ] [ * \\ ! # é".split(" "), " "), {
      minLength: 1,
      maxLength: 3,
    })
      .map((letters) => letters.join(""))
      .filter((each) => each !== "." && each !== "..");
    const path = array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));
    const cases = record({ rules, paths: array(path, { minLength: 1, maxLength: 40 }) });
    assert(
      property(cases, ({ rules, paths }) => {
        expect(ignoredByUs(rules, paths)).toEqual(ignoredByGit(repository, rules, paths));
      }),
      { numRuns: process.env.NAMESAKE_NIGHTLY ? 5_000 : 100 },
    );
  }, 300_000);

  test("rules of several folders", async () => {
    const repository = newRepository();
    const files = {
      ".gitignore": "*.txt\n/a/x/\n/é/b.py\n!/c/\n",
      "a/.gitignore": "!b.txt\n/c.py\n",
      "a/é/.gitignore": "b.txt\n!/c.py\n",
    };
    const paths = [
      "a/b.txt",
      "a/c.txt",
      "a/c.py",
      "a/x/b.txt",
      "a/é/b.txt",
      "a/é/c.py",
      "a/é/d.txt",
      "b.txt",
      "é/b.py",
      "c/b.txt",
    ];
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(repository, path)), { recursive: true });
      writeFileSync(join(repository, path), text);
    }
    const theirs = ignoredByGit(repository, files[".gitignore"], paths);
    const ours: string[] = [];
    for await (const found of walk(
      treeOf({ ...files, ...Object.fromEntries(paths.map((path) => [path, ""])) }),
    ))
      ours.push(...found.filter(({ ignored }) => ignored).map(({ path }) => path));
    expect(ours.sort()).toEqual(theirs.sort());
  });
});

/** A folder in memory. */
function treeOf(files: Readonly<Record<string, string>>): FileTree {
  return {
    async list(folder) {
      const prefix = folder === "" ? "" : `${folder}/`;
      const below = Object.keys(files)
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length).split("/"));
      const kinds = new Map(
        below.map(([name, ...rest]) => [name!, rest.length > 0 ? "folder" : "file"] as const),
      );
      return [...kinds].map(([name, kind]) => ({ name, kind }));
    },
    read: async (path) => files[path] ?? null,
  };
}

describe("takes no longer for rules that are meant to take long", () => {
  const deep = Array(200).fill("a").join("/");
  const long = "a".repeat(255);
  test.each([
    ["folders", `${"**/a/".repeat(8)}b`, `${deep}/x.py`],
    ["more folders than there are", `${"**/a/".repeat(400)}b`, `${deep}/x.py`],
    ["any folders", `${"**/*/".repeat(100)}b`, `${deep}/x.py`],
    ["folders and letters", `${"**/*a*/".repeat(60)}b`, Array(60).fill("aaaa").join("/")],
    ["double stars alone", `${"**/".repeat(300_000)}b`, `${deep}/x.py`],
    ["folders behind letters", `a${"**/a/".repeat(100)}b`, `${deep}/x.py`],
    ["escapes", `${"*\\a".repeat(6)}b`, long],
    ["many escapes", `${"*\\a".repeat(200)}b`, long],
    ["stars", `${"*a".repeat(120)}b`, long],
    ["double stars", `${"**a".repeat(120)}b`, long],
    ["question marks", `${"*?".repeat(200)}b`, long],
    ["brackets", `${"*[a]".repeat(120)}b`, long],
    ["other brackets", `${"*[!b]".repeat(120)}b`, long],
    ["halves of letters", `${"*é".repeat(60)}b`, "é".repeat(127)],
    ["a long pattern", `${"*a".repeat(200_000)}b`, long],
    ["a long bracket", `*[${"a".repeat(300_000)}]b`, long],
    ["open classes", `[${"[:a".repeat(300_000)}]`, long],
    ["open brackets", "[[:".repeat(300_000), long],
    ["backslashes", "\\".repeat(300_001), long],
    ["spaces", `a${" ".repeat(300_000)}b`, long],
    ["stars in a row", `${"*".repeat(300_000)}b`, long],
  ])("%s", (_what, rule, path) => {
    const started = performance.now();
    const verdict = readIgnoreRules(rule);
    const names = path.split("/");
    for (const [index] of names.entries())
      expect(verdict(names.slice(0, index + 1).join("/"), "file")).toBeNull();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
