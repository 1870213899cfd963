/** What is remembered, and for how long: at least the last three new ones, at most six, whatever is asked for again longer. */

import { expect, test } from "vitest";
import { makeMemo } from "../../../server/src/core/rules/memo.ts";

/** Remembers the names in turn; one with a question mark is only asked for. */
function after(text: string) {
  const memo = makeMemo<string>(3);
  for (const name of text.split(" ")) {
    if (name.endsWith("?")) memo.recall("", name.slice(0, -1));
    else memo.remember("", name, name.toUpperCase());
  }
  return memo;
}

test.each([
  ["a", "a"],
  ["a b c", "a b c"],
  ["a b c d", "a b c d"],
  ["a b c d e f", "a b c d e f"],
  ["a b c d e f g", "d e f g"],
  ["a b c d a? e f g", "a d e f g"],
  ["a b c a? d e f g", "d e f g"],
  ["a b c d a? e f g h i j", "f g h i j"],
  ["a b c d a? a? e", "a b c d e"],
])("after %s: %s", (asked, kept) => {
  // Each is asked of a memo of its own: to be asked for is to be remembered longer.
  const found = [..."abcdefghij"].map((name) => after(asked).recall("", name));
  expect(found.filter((value) => value !== undefined).join(" ")).toBe(kept.toUpperCase());
});

test("a name in another place is another one, and null is a value", () => {
  const memo = makeMemo<null>(3);
  expect(memo.remember("direct", "a", null)).toBeNull();
  expect(memo.recall("direct", "a")).toBeNull();
  expect(memo.recall("", "a")).toBeUndefined();
});
