import { expect, test } from "vitest";
import { excerptOf, joinPieces, partOf, trimmed } from "../../../server/src/core/readers/excerpt.ts";

const file = 'x = "r\\u0065q" "uests"';
const joined = joinPieces([
  { text: "r", offset: 5 },
  { text: "e", offset: 6, length: 6 },
  { text: "q", offset: 12 },
  { text: "uests", offset: 16 },
]);

test.each([
  ["r", "r"],
  ["e", "\\u0065"],
  ["re", "r\\u0065"],
  ["q", "q"],
  ["uests", "uests"],
  ["requests", 'r\\u0065q" "uests'],
  ["s", "s"],
])("the place of %j is that of %j", (part, written) => {
  const start = joined.text.indexOf(part);
  const span = joined.locate({ start, end: start + part.length });
  expect(file.slice(span.start, span.end)).toBe(written);
});

test("an empty part has an empty place", () => {
  expect(joined.locate({ start: 3, end: 3 })).toEqual({ start: 16, end: 16 });
  expect(joinPieces([]).locate({ start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
});

test("a part of a part leads back to the file", () => {
  const part = trimmed(partOf(excerptOf("a = [ b ]", { start: 4, end: 9 }), { start: 1, end: 4 }));
  expect(part.text).toBe("b");
  expect(part.locate({ start: 0, end: 1 })).toEqual({ start: 6, end: 7 });
});

test("white space alone is trimmed to nothing", () => {
  const { text, locate } = trimmed(excerptOf("  ", { start: 0, end: 2 }));
  expect(text).toBe("");
  expect(locate({ start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
});
