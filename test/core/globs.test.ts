/** Glob patterns of policies: what they match, compared with a library that editors and tools use, and in which time. */

import { array, assert, constantFrom, pre, property } from "fast-check";
import picomatch from "picomatch/posix.js";
import { describe, expect, test } from "vitest";
import { matchAny, readGlob } from "../../server/src/core/globs.ts";

test.each<[pattern: string, matched: readonly string[], others: readonly string[]]>([
  ["src/**", ["src/a.py", "src/a/b/c.txt", "src/.a", "src"], ["a/src/b", "srca/b", "SRC/a"]],
  ["**/vendor/**", ["vendor/a", "a/vendor/b/c", "a/vendor"], ["vendors/a", "a/vendored/b"]],
  ["**", ["a", "a/b", ".a/b\nc"], []],
  ["**/*.txt", ["a.txt", "a/b.txt", ".txt"], ["a.txt/b", "a.txtx"]],
  ["*.txt", ["a.txt"], ["a/b.txt"]],
  ["a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["ab", "a/xb", "x/a/b"]],
  ["a**b", ["ab", "axb"], ["a/b"]],
  ["./a/*", ["a/b"], ["a", "a/b/c"]],
  ["a?c/[a-c]x", ["abc/ax"], ["ac/ax", "a/c/ax", "abc/dx"]],
  ["[!a-c]x[^d]", ["dxe"], ["axe", "dxd", "/xe", "dx/"]],
  ["*.{yml,yaml}", ["a.yml", "a.yaml"], ["a.yl", "a.{yml,yaml}", "a.yml,yaml"]],
  ["{a,b/{c,d*}}/e", ["a/e", "b/c/e", "b/dx/e"], ["b/e", "c/e", "b/dx/y/e"]],
  ["{src,test}/**", ["src/a", "test/a/b"], ["other/a"]],
  ["x/{**/a,b}", ["x/a", "x/y/z/a", "x/b"], ["x/y/b", "a"]],
  ["{{cookiecutter.name}}/*", ["{{cookiecutter.name}}/a"], ["cookiecutter.name/a"]],
  ["{a,b", ["{a,b"], ["a", "b"]],
  ["a}b,c", ["a}b,c"], ["ab", "c"]],
  ["docs (old)/*", ["docs (old)/a"], ["docs old/a"]],
  ["\\*\\{a,b\\}\\[c]", ["*{a,b}[c]"], ["x{a,b}[c]", "*a[c]"]],
  ["[{,]a[}]", ["{a}", ",a}"], ["a", "a}"]],
  ["!src/**", ["a", "test/src"], ["src/a"]],
  ["[[:digit:]]", ["7"], ["a", ":"]],
])("%s", (pattern, matched, others) => {
  const matches = readGlob(pattern)!;
  expect(matched.filter((path) => !matches(path))).toEqual([]);
  expect(others.filter((path) => matches(path))).toEqual([]);
});

test.each([
  ..."+(a) *(a) ?(a) @(a|b) !(a) a/!(b) {1..9} a{01..1000000} {a..z} [a a/[ [[:foo:]] a\\".split(" "),
  "{a,".repeat(50) + "}".repeat(50),
])("%s is refused, and matches nothing", (pattern) => {
  expect(readGlob(pattern)).toBeNull();
  expect(matchAny([pattern])("a")).toBe(false);
  expect(matchAny([pattern, "a"])("a")).toBe(true);
});

test("what a library matches that knows more", () => {
  const piece = constantFrom(
    ..."a b ab . .a / / ** * ? {a,b} {a,b/c} {,a} {*,b} [ab] [^a] [a-c] \\* **/ /** /**/".split(" "),
  );
  const name = constantFrom("a", "b", "c", "ab", ".a", "a.b", "aa", "*", "abc");
  const patterns = array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(""));
  const paths = array(array(name, { minLength: 1, maxLength: 4 }), { minLength: 20, maxLength: 20 });
  assert(
    property(patterns, paths, (pattern, all) => {
      // There the library takes stars beside each other, or beside braces, for this or that.
      pre(
        !/\/\/|^\/|\/$|\*\*\*|[^/]\*\*|\*\*[^/]|[*?]\*|\*\?|\*\{|\}\*|[*}]\/\*\*$/.test(pattern) &&
          !pattern.startsWith("."),
      );
      const theirs = picomatch(pattern, { dot: true, flags: "s" });
      const ours = readGlob(pattern)!;
      for (const names of all) {
        const path = names.join("/");
        expect([pattern, path, ours(path)]).toEqual([pattern, path, theirs(path)]);
      }
    }),
    { numRuns: 500 },
  );
});

describe("takes no longer for patterns that are meant to take long", () => {
  const deep = `${"a/".repeat(200)}x.py`;
  const long = "a".repeat(255);
  test.each([
    ["folders", `${"**/a/".repeat(8)}b`, deep],
    ["any folders", `${"**/*/".repeat(100)}b`, deep],
    ["stars", `${"*a".repeat(120)}b`, long],
    ["question marks", `${"*?".repeat(200)}b`, long],
    ["braces", `${"{a,aa}".repeat(200)}b`, long],
    ["more braces", "{a,b}".repeat(30_000), long],
    ["braces with stars", `${"{*a,a*}".repeat(100)}b`, long],
    ["empty braces", `${"{,a}".repeat(1_000)}b`, long],
    ["many ways", `{${"a,".repeat(30_000)}b}`, long],
    ["open braces", "{".repeat(50_000), long],
    ["braces without a comma", "{".repeat(30_000) + "}".repeat(30_000), long],
    ["open brackets", "[".repeat(50_000), long],
    ["wide brackets", "[\0-\uffff]".repeat(50_000), long],
    ["a long pattern", `${"*a".repeat(30_000)}b`, long],
  ])("%s", (_what, pattern, path) => {
    const started = performance.now();
    expect(matchAny([pattern])(path)).toBe(false);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
