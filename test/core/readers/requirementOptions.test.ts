import { expect, test } from "vitest";
import { readOptions } from "../../../server/src/core/readers/requirementOptions.ts";

test.each([
  ["", []],
  ["-r base.txt", [["-r", "base.txt"]]],
  ["-rbase.txt", [["-r", "base.txt"]]],
  ["--requirement=base.txt", [["--requirement", "base.txt"]]],
  ["--requirement   base.txt", [["--requirement", "base.txt"]]],
  ["--config-settings=--build-option=--quiet", [["--config-settings", "--build-option=--quiet"]]],
  [
    "--pre --no-index",
    [
      ["--pre", ""],
      ["--no-index", ""],
    ],
  ],
  [
    "-r -c x",
    [
      ["-r", ""],
      ["-c", "x"],
    ],
  ],
  ["-r-x", [["-r", "-x"]]],
  ["--hash=-x", [["--hash", "-x"]]],
  ["-r abba", [["-r", "abba"]]],
  ["-r", [["-r", ""]]],
  ["-r ", [["-r", ""]]],
  ["--requirement=", [["--requirement", ""]]],
  ["-", [["-", ""]]],
  ["- a", [["-", "a"]]],
  ["--", [["--", ""]]],
  // Long names cut short, as far as no other begins so.
  ["--extra-index https://x", [["--extra-index-url", "https://x"]]],
  ["--index=https://x", [["--index-url", "https://x"]]],
  ["--requirem=a", [["--requirement", "a"]]],
  ["--require a", [["--require", "a"]]],
  ["--con a", [["--con", "a"]]],
  ["--cons a", [["--constraint", "a"]]],
  ["--c a", [["--c", "a"]]],
  ["--pre a", [["--pre", "a"]]],
  ["--no-in", [["--no-index", ""]]],
  ["--py a", [["--pypi-url", "a"]]],
  ["--ed a", [["--editable", "a"]]],
  ["--find a", [["--find-links", "a"]]],
  ["--no-b a", [["--no-binary", "a"]]],
  ["--only a", [["--only-binary", "a"]]],
  ["--pref", [["--prefer-binary", ""]]],
  ["--trusted a", [["--trusted-host", "a"]]],
  ["--use a", [["--use-feature", "a"]]],
  ["--global=a", [["--global-option", "a"]]],
  ["--ha=a", [["--hash", "a"]]],
  ["--extra-index-urls a", [["--extra-index-urls", "a"]]],
  // What is neither an option nor its value.
  ["a b", []],
  [
    "--pre a b --no-index",
    [
      ["--pre", "a"],
      ["--no-index", ""],
    ],
  ],
  ["a --pre", [["--pre", ""]]],
  // Quotes, as a shell takes them.
  [
    '-r "with space.txt" -c x',
    [
      ["-r", "with space.txt"],
      ["-c", "x"],
    ],
  ],
  [
    "-r 'with space.txt' -c x",
    [
      ["-r", "with space.txt"],
      ["-c", "x"],
    ],
  ],
  [
    "--requirement='with space.txt' -c x",
    [
      ["--requirement", "with space.txt"],
      ["-c", "x"],
    ],
  ],
  [
    `--global-option="it's" -c x`,
    [
      ["--global-option", "it's"],
      ["-c", "x"],
    ],
  ],
  [
    '-r a" "b -c x',
    [
      ["-r", 'a" "b'],
      ["-c", "x"],
    ],
  ],
  [
    '-r "" -c x',
    [
      ["-r", ""],
      ["-c", "x"],
    ],
  ],
  [
    '-r "open -c x',
    [
      ["-r", '"open'],
      ["-c", "x"],
    ],
  ],
  [
    "-r a' -c x",
    [
      ["-r", "a'"],
      ["-c", "x"],
    ],
  ],
  ['-r "', [["-r", '"']]],
  [`-r "a'`, [["-r", `"a'`]]],
  ['-r aa"', [["-r", 'aa"']]],
])("%s", (line, expected) => {
  const options = readOptions(line, 0);
  expect(options.map(({ name, value }) => [name, value])).toEqual(expected);
  for (const { value, valueSpan } of options) expect(line.slice(valueSpan.start, valueSpan.end)).toBe(value);
});

test("an option with the white space before it can be deleted", () => {
  const line = "requests  --hash=sha256:a --hash sha256:b --pre";
  const deleted = readOptions(line, "requests".length).map(({ span }) => line.slice(span.start, span.end));
  expect(deleted).toEqual(["  --hash=sha256:a", " --hash sha256:b", " --pre"]);
});
