import fc from "fast-check";
import { type Node, parseTree } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { readJson } from "../../../server/src/core/readers/json.ts";
import { keysIn, type PlacedText, type PlainValue, plain, stringsIn } from "./plainValues.ts";

/** JSON of any kind, laid out in any way; strings in which every other character is escaped. */
const documents = fc
  .tuple(fc.oneof(fc.object({ maxDepth: 4 }), fc.jsonValue()), fc.constantFrom("", "  ", "\t"), fc.boolean())
  .map(([value, indentation, escaped]) => {
    const text = JSON.stringify(value, null, indentation);
    return escaped ? text.replace(/[^\0-\x7f]/g, inHexadecimal) : text;
  });

function inHexadecimal(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

test("JSON says what JSON.parse reads", () => {
  fc.assert(
    fc.property(documents, (text) => {
      expect(plain(readJson(text))).toEqual(expectedOf(JSON.parse(text)));
    }),
  );
});

test("strings and keys stand where a parser with places has them", () => {
  fc.assert(
    fc.property(documents, (text) => {
      const ours = readJson(text);
      const placed = [...stringsIn(ours), ...keysIn(ours)].sort((a, b) => a.start - b.start);
      expect(placed).toEqual(placedTexts(parseTree(text)!));
    }),
  );
});

describe("text that is no JSON", () => {
  test.each([
    ["nothing", "", {}],
    ["a byte order mark", '\ufeff{"a": "b"}', { a: "b" }],
    ["text before it", '<<<<<<< HEAD\n{"a": "b"}', { a: "b" }],
    ["comments", '{ // x\n"a": /* y */ "b" }', { a: "b" }],
    ["an unclosed string", '{"a": "b,\n"c": "d"}', { a: "b,", c: "d" }],
    ["an unclosed object", '{"a": {"b": "c"', { a: { b: "c" } }],
    ["a key without a value", '{"a": , "b": "c"}', { b: "c" }],
    ["a comma too many", '{"a": ["b",,"c",],}', { a: ["b", "c"] }],
  ])("%s", (_, text, expected) => {
    expect(plain(readJson(text))).toEqual(expected);
  });
});

test.each([
  ['{"a": "b", "a": "c"}', { a: "c" }],
  ['{"a": {"b": "c"}, "d": "e", "\\u0061": {}}', { a: {}, d: "e" }],
  ['{"a": [{"b": "c", "b": []}]', { a: [{ b: [] }] }],
  ['{"a": "b", "d": {"a": "e"}', { a: "b", d: { a: "e" } }],
])("a key that is written twice has its last value: %s", (text, expected) => {
  const value = readJson(text);
  expect(plain(value)).toEqual(expected);
  expect(value.kind === "table" && value.entries.length).toBe(Object.keys(expected).length);
});

test("what lies very deep is left out, what follows is not", () => {
  const text = `{"a": ${"[".repeat(100_000)}"x"${"]".repeat(100_000)}, "b": "c"}`;
  expect(plain(readJson(text))).toMatchObject({ b: "c" });
});

function expectedOf(value: unknown): PlainValue {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(expectedOf);
  if (typeof value !== "object" || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, expectedOf(each)]));
}

function placedTexts(node: Node): PlacedText[] {
  if (node.type !== "string") return (node.children ?? []).flatMap(placedTexts);
  return [{ value: node.value, start: node.offset, end: node.offset + node.length }];
}
