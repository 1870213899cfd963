import { expect, test } from "vitest";
import { mayIgnore, readIgnoreComment } from "../../../server/src/core/readers/ignoreComments.ts";
import { readIgnoredLines } from "../../../server/src/core/readers/ignoredLines.ts";

test.each([
  ["# namesake: ignore", []],
  ["#namesake:ignore", []],
  ["# Namesake: Ignore", []],
  ["# namesake: ignore, our own package", []],
  ["# noqa: F401  # namesake: ignore", []],
  ["# namesake: ignore # noqa", []],
  ["# namesake: ignore[typosquat]", ["typosquat"]],
  ["# namesake: ignore[ typosquat , import-name ] because", ["typosquat", "import-name"]],
  ["# namesake: ignore[typosquat,]", ["typosquat"]],
])("%s silences %j", (comment, codes) => {
  expect(readIgnoreComment(comment)).toEqual(codes);
  expect([...comment].some((_, offset) => mayIgnore(comment, offset))).toBe(true);
});

test.each([
  "",
  "# a comment",
  "# namesake",
  "# namesake: ",
  "# namesake: ignored",
  "# namesake: ignore-all",
  "# namesake: ignore[",
  "# namesake: ignore[typosquat",
  "# namesake: ignore[]",
  "# namesake: ignore[ , ]",
  "# mynamesake: ignore",
  "# about namesake: ignore",
])("%s silences nothing", (comment) => {
  expect(readIgnoreComment(comment)).toBeNull();
});

test("most comments are seen at their beginning to silence nothing", () => {
  expect([..."# a #namesake # noqa"].some((_, offset, text) => mayIgnore(text.join(""), offset))).toBe(false);
});

test.each(["\n", "\r\n", "\r"])(
  "a comment behind lines that end in %j silences all that they continue",
  (end) => {
    const text = ["a", "b \\", "c \\", "d  # namesake: ignore", "e"].join(end);
    const [ignored, ...others] = readIgnoredLines(text);
    expect(text.slice(ignored!.line.start, ignored!.line.end)).toBe(
      text.slice(text.indexOf("b"), text.indexOf(`${end}e`)),
    );
    expect(others).toEqual([]);
  },
);
