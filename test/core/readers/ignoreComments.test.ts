import { expect, test } from "vitest";
import { readIgnoreComment } from "../../../server/src/core/readers/ignoreComments.ts";

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
