import { expect, test } from "vitest";
import { removalOf } from "../../../server/src/core/readers/itemRemoval.ts";

test.each([
  ["the only item", "[json]", "[]"],
  ["the first item", "[json, b]", "[b]"],
  ["an item between", "[a, json, b]", "[a, b]"],
  ["the last item", "[a, json]", "[a]"],
  ["the last item with a comma", "[a, json,]", "[a, ]"],
  ["without space", "[a,json,b]", "[a,b]"],
  ["the first line of a list", "[\n  json,\n  b,\n]", "[\n  b,\n]"],
  ["a line with its comment", "[\n  a,\n  json,  # standard library\n  b,\n]", "[\n  a,\n  b,\n]"],
  ["a last line without a comma", "[\n  a,\n  json\n]", "[\n  a,\n]"],
  ["lines that end in CR LF", "[\r\n  a,\r\n  json,\r\n  b\r\n]", "[\r\n  a,\r\n  b\r\n]"],
  ["a line that another item shares", "[\n  json, b,\n]", "[\n  b,\n]"],
  ["the last of a line", "[\n  a, json,\n  b\n]", "[\n  a, \n  b\n]"],
  ["behind the opening bracket", "[json,\n  b]", "[\n  b]"],
  ["before the closing bracket", "[a,\n  json]", "[a]"],
  ["a comma on the next line", "[json\n, b]", "[b]"],
  ["an entry on its line", "a = 1\njson\nb = 2\n", "a = 1\nb = 2\n"],
  ["an entry with a comment", "a = 1\n  json # comment\nb = 2\n", "a = 1\nb = 2\n"],
  ["an entry at the end of the file", "a = 1\njson", "a = 1\n"],
  ["an entry of an inline table", "{ a = 1, json }", "{ a = 1 }"],
])("%s", (_, text, expected) => {
  const start = text.indexOf("json");
  const removal = removalOf(text, { start, end: start + 4 });
  expect(text.slice(0, removal.start) + text.slice(removal.end)).toBe(expected);
});
