import { describe, expect, test } from "vitest";
import { readToml } from "../../../server/src/core/readers/toml.ts";
import { excerptOfText, textAt, textsAt } from "../../../server/src/core/readers/writtenValues.ts";
import { plain } from "./plainValues.ts";

const valuesIn = (text: string) => plain(readToml(text).root);

describe("half-typed text costs no more than its own line", () => {
  test.each([
    ["an unclosed string", 'a = "x\nb = "y"', { a: "x", b: "y" }],
    ["an unclosed literal string", "a = 'x\nb = 'y'", { a: "x", b: "y" }],
    ["an unclosed string that ends in a backslash", 'a = "x\\\nb = "y"', { a: "x\\", b: "y" }],
    ["an unclosed string in a list", 'a = ["x,\n "y",\n]\nb = "z"', { a: ["x,", "y"], b: "z" }],
    ["an unclosed multi-line string", 'a = """x\nb = "y"\n[c]\nd = "z"', { a: "x", b: "y", c: { d: "z" } }],
    ["one that a later one seems to close", 'a = """x\nb = """y"""\nc = 1', { a: "x", b: "y", c: null }],
    [
      "two in a list, one behind a backslash",
      'a = ["""x,\n\\"""y,\n"z"]\nb = 1',
      { a: ["x,", null, "y,", "z"], b: null },
    ],
    ["an unclosed list before a key", 'a = ["x",\nb = "y"', { a: ["x"], b: "y" }],
    ["an unclosed list before dotted keys", 'a = ["x",\nb."c d" = "y"', { a: ["x"], b: { "c d": "y" } }],
    ["an unclosed list before a table", 'a = ["x"\n[b]\nc = "y"', { a: ["x"], b: { c: "y" } }],
    ["an unclosed list before a list of tables", 'a = ["x"\n[[b]]\nc = "y"', { a: ["x"], b: [{ c: "y" }] }],
    ["an unclosed list before half a header", 'a = ["x"\n[b\nc = "y"', { a: ["x"], b: { c: "y" } }],
    ["unclosed lists in each other", 'a = [["x", [\nb = "y"', { a: [["x", []]], b: "y" }],
    ["an unclosed table before a key", 'a = { b = "x"\nc = "y"', { a: { b: "x" }, c: "y" }],
    ["an unclosed table that ends in a comma", 'a = { b = "x",\nc = "y"', { a: { b: "x" }, c: "y" }],
    ["an unclosed table before a table", 'a = { b = "x"\n[c]\nd = "y"', { a: { b: "x" }, c: { d: "y" } }],
    ["unclosed tables in each other", 'a = { b = { c = "x"\nd = "y"', { a: { b: { c: "x" } }, d: "y" }],
    ["an unclosed table in a list", 'a = [{ b = "x", "y"]\nc = "z"', { a: [{ b: "x" }], c: "z" }],
    ["a key without a value", 'a =\nb = "x"', { a: null, b: "x" }],
    ["a key without a value before a comment", 'a = # c\nb = "x"', { a: null, b: "x" }],
    ["a key alone", 'a\nb = "x"', { b: "x" }],
    ["half a dotted key", 'a.\nb = "x"', { b: "x" }],
    ["a value alone", '= "x"\nb = "y"', { b: "y" }],
    ["half a header", '[a\nb = "x"\n[c]\nd = "y"', { a: { b: "x" }, c: { d: "y" } }],
    ["half a dotted header", '[a.\nb = "x"\n[c]\nd = "y"', { a: { b: "x" }, c: { d: "y" } }],
    ["half a header of a list", '[[a]\nb = "x"\n[c]\nd = "y"', { a: [{ b: "x" }], c: { d: "y" } }],
    ["a bracket alone", '[a]\n[\nb = "x"', { a: { b: "x" } }],
    ["brackets that close nothing", 'a = ["x"]]}\nb = "y"', { a: ["x"], b: "y" }],
    [
      "brackets that close another",
      'a = { b = ["x" }\nc = ["y", { d = "z" ]\ne = 1',
      {
        a: { b: ["x"] },
        c: ["y", { d: "z" }],
        e: null,
      },
    ],
    ["text behind a value", 'a = "x" "y" # "z"\nb = "y"', { a: "x", b: "y" }],
    ["a comma too many", 'a = ["x",, "y"],\nb = "z"', { a: ["x", "y"], b: "z" }],
  ])("%s", (_, text, expected) => {
    expect(valuesIn(text)).toEqual(expected);
  });
});

describe("what only looks half-typed is read as it is", () => {
  test.each([
    ["a list of lists, each on its line", 'a = [\n["x"],\n[ "y" ]\n]\nb = 1', { a: [["x"], ["y"]], b: null }],
    [
      "a list that begins with a word",
      "a = [\n[true],\n[inf, nan],\n[false]\n]",
      { a: [[null], [null, null], [null]] },
    ],
    ["text like TOML in a string", 'a = """\n[b]\nc = "x"\n"""', { a: '[b]\nc = "x"\n' }],
    ["text like a string in a comment", 'a = "x" # "y\nb = 1', { a: "x", b: null }],
    [
      "a table over lines",
      'a = {\n b = "x", # c\n c.d = ["y",\n "z"],\n}\n[d]',
      { a: { b: "x", c: { d: ["y", "z"] } }, d: {} },
    ],
    ["quotes before the closing ones", "a = '''x'''''\nb = \"\"\"\"y\"\"\"\"", { a: "x''", b: '"y"' }],
    ["empty strings of all kinds", "a = ['', \"\", '''''', \"\"\"\"\"\"]", { a: ["", "", "", ""] }],
  ])("%s", (_, text, expected) => {
    expect(valuesIn(text)).toEqual(expected);
  });
});

describe("places lead back to the text", () => {
  test.each([
    ["as written", 'a = "requests"', "requests"],
    ["behind an escape", 'a = "\\trequests"', "requests"],
    ["before an escape", 'a = "requests\\t"', "requests"],
    ["an escape within", 'a = "requ\\u0065sts"', "requ\\u0065sts"],
    ["escapes at both ends", 'a = "\\u0072equest\\U00000073"', "\\u0072equest\\U00000073"],
    ["behind a pair of surrogates", 'a = "\\U0001F600requests😀"', "requests"],
    ["on the second line", 'a = """\n requests"""', "requests"],
    ["behind a continued line", 'a = """\\\r\n  requests"""', "requests"],
    ["over a continued line", 'a = """requ\\\n  ests"""', "requ\\\n  ests"],
    ["behind a backslash that begins no escape", 'a = "\\q\\\\requests"', "requests"],
    ["behind a number that is no character", 'a = "\\UFFFFFFFFrequests"', "requests"],
    ["in a literal string", "a = '\\requests'", "requests"],
  ])("%s", (_, text, expected) => {
    const value = textAt(readToml(text).root, "a")!;
    const start = value.value.indexOf("requests");
    const place = excerptOfText(value).locate({ start, end: start + "requests".length });
    expect(text.slice(place.start, place.end)).toBe(expected);
  });
});

test("paths pass through lists of tables, and a star stands for any key", () => {
  const { root } = readToml(
    '[a.b]\nx = ["1"]\n[[a.c]]\nx = "2"\n[[a.c]]\nx = ["3", ["4"], 5]\n[a.c.x]\ny = "6"\n[d]\nx = "7"',
  );
  expect(textsAt(root, "a.*.x").map(({ value }) => value)).toEqual(["1", "2", "3"]);
  expect(textsAt(root, "*.x").map(({ value }) => value)).toEqual(["7"]);
});

test("values of keys that nobody asks for are left out; tables with headers stay", () => {
  const text = 'a = "x"\nb = [{ c = "y" }]\nd = { b = "z", a = "x" }\n[e.b]\na = "x"\n[f]\nb.a = "x"';
  expect(plain(readToml(text, new Set(["b"])).root)).toEqual({
    a: "x",
    d: { a: "x" },
    e: { b: { a: "x" } },
    f: { b: { a: "x" } },
  });
});

test("what lies very deep is left out, what follows is not", () => {
  const lists = `a = ${"[".repeat(100_000)}"x"${"]".repeat(100_000)}`;
  const tables = `b = ${"{a=".repeat(100_000)}"x"${"}".repeat(100_000)}`;
  const keys = `c${".a".repeat(100_000)} = "x"`;
  expect(valuesIn(`${lists}\n${tables}\n${keys}\nd = "y"`)).toMatchObject({ d: "y" });
});

test("a table is found again among a hundred thousand", () => {
  const text = Array.from({ length: 100_000 }, (_, index) => `[a${index}.b]\nx = 1\n`).join("");
  expect(readToml(`${text}[a5]\ny = "z"`).root.entries).toHaveLength(100_000);
});
