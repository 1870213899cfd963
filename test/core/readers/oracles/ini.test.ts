/**
 * INI files, held to what Python's `configparser` reads. Its answers for the fixtures are kept in test/fixtures/oracles and
 * checked everywhere. With RECORD_ORACLES=1 in the environment these are written anew.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readIni } from "../../../../server/src/core/readers/ini.ts";
import { readSquiggles } from "../../../support/squiggles.ts";
import { askPython, findPython } from "./machinePython.ts";
import { seededRandom } from "./random.ts";

/** Null for a text that is no INI file. */
type Answer = readonly (readonly [section: string, key: string, lines: readonly string[]])[] | null;

const sampleFile = new URL("../../../fixtures/oracles/ini.json", import.meta.url);
const fixtures = new URL("../../../fixtures/readers/", import.meta.url);
const python = findPython();

describe("the sample of Python's answers", () => {
  const names = ["setup-cfg", "tox"].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, fixtures)).map((name) => `${folder}/${name}`),
  );
  const textOf = (name: string) => readSquiggles(readFileSync(new URL(name, fixtures), "utf8")).text;
  if (process.env.RECORD_ORACLES && !("missing" in python)) {
    const answers = askPython(python, "ini.py", names.map(textOf)) as Answer[];
    const valid = Object.fromEntries(
      names.flatMap((name, index) => (answers[index] ? [[name, answers[index]]] : [])),
    );
    writeFileSync(sampleFile, `${JSON.stringify(valid, null, 1)}\n`);
  }
  const sample = Object.entries(JSON.parse(readFileSync(sampleFile, "utf8")) as Record<string, Answer>);

  test.each(sample)("%s", (name, answer) => {
    expect(valuesIn(textOf(name))).toEqual(answer);
  });
});

if ("missing" in python) console.warn(`INI files are not compared with Python: ${python.missing}.`);

describe.skipIf("missing" in python)("the Python of this machine", () => {
  if ("missing" in python) return;
  const texts = generateTexts(1, 5000);
  const answers = askPython(python, "ini.py", texts) as Answer[];

  test("takes enough of the generated texts to prove something", () => {
    expect(answers.filter((answer) => answer !== null && answer.length > 0).length).toBeGreaterThan(1500);
  });

  test("reads the same values from all that it takes", () => {
    const differences = texts.flatMap((text, index) => {
      const [answer, ours] = [answers[index], valuesIn(text)];
      return answer === null || JSON.stringify(ours) === JSON.stringify(answer)
        ? []
        : [{ text, answer, ours }];
    });
    expect(differences.slice(0, 3)).toEqual([]);
  });
});

/** As `configparser` holds them: a key that is written twice has its last value, in the place of the first. */
function valuesIn(text: string): Answer {
  const sections = new Map<string, Map<string, readonly string[]>>();
  for (const section of text.matchAll(/^\s*\[(.+)\]/gm)) sections.set(section[1]!, new Map());
  for (const { section, key, lines } of readIni(text)) {
    const keys = sections.get(section) ?? new Map();
    keys.set(
      key,
      lines.map((line) => line.text),
    );
    sections.set(section, keys);
  }
  return [...sections].flatMap(([section, keys]) =>
    [...keys].map(([key, lines]) => [section, key, lines] as const),
  );
}

function generateTexts(seed: number, count: number): string[] {
  const random = seededRandom(seed);
  const lines = [
    ...[
      "[a]",
      "[b.c]",
      "[a] x",
      "[ d ]",
      "[[e]]",
      "k = v",
      "k: v",
      "K=v",
      "long key = v = w",
      "k = ",
      "k =",
      "k : a ; b",
    ],
    ...[
      "# comment",
      "; comment",
      "  # comment",
      "\t; comment",
      "",
      "  ",
      "  v",
      "    w",
      "\tv",
      " v # w",
      "  [f]",
      "  x = y",
    ],
    ...["-r x", "    requests>=1 ; python_version < '3'", "é = ü"],
  ];
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + random.below(9) }, (_, index) =>
      index === 0 && !random.oneIn(9) ? "[a]" : random.pick(lines),
    ).join(random.oneIn(5) ? "\r\n" : "\n"),
  );
}
