/**
 * TOML, held to what Python's own parser reads and to where a parser with places has the strings and keys. A sample of
 * Python's answers is kept in test/fixtures/oracles and checked everywhere.
 * With RECORD_ORACLES=1 in the environment the sample is written anew.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { type AST, parseTOML, traverseNodes } from "toml-eslint-parser";
import { describe, expect, test } from "vitest";
import { readToml } from "../../../../server/src/core/readers/toml.ts";
import { readSquiggles } from "../../../support/squiggles.ts";
import { keysIn, type PlacedText, type PlainValue, plain, stringsIn } from "../plainValues.ts";
import { generateToml } from "./generatedToml.ts";
import { askPython, findPython } from "./machinePython.ts";
import { seededRandom } from "./random.ts";

/** False for a text that is no TOML. */
type Answer = PlainValue | false;

const sampleFile = new URL("../../../fixtures/oracles/toml.json", import.meta.url);
const python = findPython();

/** The texts of the fixtures whose format is TOML, half-typed ones among them. */
const fixtures = ["pyproject", "pipfile", "uv-lock", "poetry-lock", "pdm-lock", "pylock"].flatMap(
  (reader) => {
    const folder = new URL(`../../../fixtures/readers/${reader}/`, import.meta.url);
    const names = readdirSync(folder).sort();
    return names.map((name) => readSquiggles(readFileSync(new URL(name, folder), "utf8")).text);
  },
);

describe("the sample of Python's answers", () => {
  if (process.env.RECORD_ORACLES && !("missing" in python)) {
    const texts = generateToml(1, 100);
    const answers = askPython(python, "toml.py", texts) as Answer[];
    writeFileSync(sampleFile, `${JSON.stringify({ texts, answers }, null, 1)}\n`);
  }
  const { texts, answers } = JSON.parse(readFileSync(sampleFile, "utf8")) as {
    texts: string[];
    answers: Answer[];
  };
  compare(texts, answers, 0.6);
});

if ("missing" in python) console.warn(`TOML is not compared with Python: ${python.missing}.`);

describe.skipIf("missing" in python)("Python on this machine", () => {
  if ("missing" in python) return;
  const generated = generateToml(2, 5000);
  describe("on generated texts", () =>
    compare(generated, askPython(python, "toml.py", generated) as Answer[], 0.6));
  describe("on the fixtures", () =>
    compare(fixtures, askPython(python, "toml.py", fixtures) as Answer[], 0.4));
});

/** @param share of the texts that are valid, at the least: there must be something to compare */
function compare(texts: readonly string[], answers: readonly Answer[], share: number): void {
  test("values are those that Python reads", () => {
    const valid = texts.flatMap((text, index) =>
      answers[index] === false ? [] : [{ text, answer: answers[index] }],
    );
    expect(valid.length).toBeGreaterThan(texts.length * share);
    const differences = valid.filter(({ text, answer }) => {
      // Python reads every line end as LF, in strings too.
      const ours = plain(readToml(text.replaceAll("\r\n", "\n")).root);
      return sortedJson(ours) !== sortedJson(answer!);
    });
    expect(differences).toEqual([]);
  });
}

test("strings and keys stand where a parser with places has them", () => {
  const texts = [...generateToml(3, 3000), ...fixtures, ...multiLineTables];
  const parsed = texts.flatMap((text) => {
    const expected = parse(text);
    return expected === null ? [] : [{ text, expected, root: readToml(text).root }];
  });
  const differences = parsed.filter(({ expected, root }) => {
    // A key that leads to a table which is there already is none of ours a second time.
    const places = new Set(expected.keys.map((key) => JSON.stringify(key)));
    const known = keysIn(root).every((key) => places.has(JSON.stringify(key)));
    return !known || JSON.stringify(stringsIn(root).map(withLineFeeds)) !== JSON.stringify(expected.strings);
  });
  expect(differences.map(({ text }) => text)).toEqual([]);
  expect(parsed.length).toBeGreaterThan(texts.length * 0.6);
  expect(multiLineTables.map(parse)).not.toContain(null);
});

/** The parser reads a line end within a string as LF; we keep it, so that places can be counted. */
function withLineFeeds(text: PlacedText): PlacedText {
  return { ...text, value: text.value.replaceAll("\r\n", "\n") };
}

/** What only TOML 1.1 has, so that Python 3.11 cannot be asked. */
const multiLineTables = [
  'a = {\n b = "x",\n}\n',
  'a = { # c\n b = "x", c.d = [\n"y",\n],\n\n # "z"\n e = {\n }}\nf = "\\e\\x61"',
  'a = [{\n b = "x"\n, c = "y" }, "z"]',
];

test.each([
  ["a character less", 0.97, (text: string, at: number) => text.slice(0, at) + text.slice(at + 1)],
  ["a quote more", 0.97, (text: string, at: number) => `${text.slice(0, at)}"${text.slice(at)}`],
  ["a bracket more", 0.97, (text: string, at: number) => `${text.slice(0, at)}[${text.slice(at)}`],
  ["a brace more", 0.97, (text: string, at: number) => `${text.slice(0, at)}{${text.slice(at)}`],
  [
    "the rest of a line less",
    0.97,
    (text: string, at: number) => text.slice(0, at) + text.slice(at).replace(/^.*/, ""),
  ],
])("with %s, the strings on other lines are kept", (_, share, damage) => {
  const random = seededRandom(5);
  let kept = 0;
  let wanted = 0;
  for (const text of fixtures.filter((each) => parse(each) !== null)) {
    for (let round = 0; round < 100; round++) {
      const at = random.below(text.length);
      const start = text.lastIndexOf("\n", at - 1) + 1;
      const end = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
      const others = stringsIn(readToml(text).root).filter((each) => each.end <= start || each.start >= end);
      const found = new Set(stringsIn(readToml(damage(text, at)).root).map(({ value }) => value));
      wanted += others.length;
      kept += others.filter(({ value }) => found.has(value)).length;
    }
  }
  expect(kept / wanted).toBeGreaterThan(share);
  expect(wanted).toBeGreaterThan(10_000);
});

/** Strings and keys in the order of their places; null for a text that the parser refuses. */
function parse(text: string): { strings: PlacedText[]; keys: PlacedText[] } | null {
  const strings: PlacedText[] = [];
  const keys: PlacedText[] = [];
  let program: AST.TOMLProgram;
  try {
    program = parseTOML(text, { tomlVersion: "1.1" });
  } catch {
    return null;
  }
  traverseNodes(program, {
    enterNode(node) {
      const [start, end] = node.range;
      if (node.type === "TOMLBare") keys.push({ value: node.name, start, end });
      if (node.type === "TOMLQuoted") keys.push({ value: node.value, start, end });
      if (node.type === "TOMLValue" && node.kind === "string")
        strings.push({ value: node.value, start, end });
    },
    leaveNode() {},
  });
  return { strings, keys };
}

function sortedJson(value: PlainValue): string {
  return JSON.stringify(value, (_, each) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
