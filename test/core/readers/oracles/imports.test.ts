/**
 * Python's imports, held to what Python's own parser sees: over the whole standard library of the machine, whole and
 * with one break in each file. Its answers for the fixtures are kept in test/fixtures/oracles and checked everywhere.
 * With RECORD_ORACLES=1 in the environment these are written anew.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPython } from "../../../../server/src/core/readers/python.ts";
import type { ModuleReference } from "../../../../server/src/core/reference.ts";
import { readSquiggles } from "../../../support/squiggles.ts";
import { askPython, findPython } from "./machinePython.ts";
import { type Random, seededRandom } from "./random.ts";

/** Dotted path, guard, and the line of its statement, from 1. */
type Import = readonly [path: string, guard: string | null, line: number];

interface Answers {
  /** Null for a text that is no Python. */
  readonly texts: readonly (readonly Import[] | null)[];
  readonly files: readonly { path: string; imports: readonly Import[] }[];
}

const sampleFile = new URL("../../../fixtures/oracles/imports.json", import.meta.url);
const fixtures = new URL("../../../fixtures/readers/python/", import.meta.url);
const python = findPython();
const limit = { timeout: 60_000 };

describe("the sample of Python's answers", () => {
  const names = readdirSync(fixtures).sort();
  const textOf = (name: string) => readSquiggles(readFileSync(new URL(name, fixtures), "utf8")).text;
  if (process.env.RECORD_ORACLES && !("missing" in python)) {
    const { texts } = askPython(python, "imports.py", {
      texts: names.map(textOf),
      standardLibrary: false,
    }) as Answers;
    const valid = Object.fromEntries(
      names.flatMap((name, index) => (texts[index] ? [[name, texts[index]]] : [])),
    );
    writeFileSync(sampleFile, `${JSON.stringify(valid, null, 1)}\n`);
  }
  const sample = Object.entries(JSON.parse(readFileSync(sampleFile, "utf8")) as Record<string, Import[]>);

  test.each(sample)("%s", (name, imports) => {
    expect(pathsAndGuards(textOf(name))).toEqual(imports.map(([path, guard]) => [path, guard]));
  });
});

if ("missing" in python) console.warn(`Imports are not compared with Python: ${python.missing}.`);

describe.skipIf("missing" in python)("the standard library of this machine", () => {
  if ("missing" in python) return;
  const { files } = askPython(python, "imports.py", { texts: [], standardLibrary: true }) as Answers;
  const texts = files.map(({ path, imports }) => ({ path, imports, text: readFileSync(path, "utf8") }));

  test("is large enough to prove something", () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(5000);
  });

  test("has the imports and guards that Python sees", limit, () => {
    const differences = texts.filter(
      ({ text, imports }) =>
        JSON.stringify(pathsAndGuards(text)) !==
        JSON.stringify(imports.map(([path, guard]) => [path, guard])),
    );
    expect(differences.map(({ path }) => path)).toEqual([]);
  });

  test.each(Object.entries(breaks))("keeps its unbroken imports with %s", limit, (_, { damage, kept }) => {
    const random = seededRandom(1);
    let expected = 0;
    let found = 0;
    for (const { text, imports } of texts) {
      const { broken, start, end } = damage(text, random);
      const firstLine = lineOf(text, start);
      const lastLine = lineOf(text, end);
      const unbroken = imports
        .filter(([, , line]) => line < firstLine || line > lastLine)
        .map(([path]) => path);
      expected += unbroken.length;
      found += countInOrder(
        unbroken,
        pathsAndGuards(broken).map(([path]) => path),
      );
    }
    expect(found / expected).toBeGreaterThanOrEqual(kept);
  });
});

interface Break {
  /** A text with one break, and what of the text before is touched by it. */
  damage(text: string, random: Random): { broken: string; start: number; end: number };
  /** The least share of the other imports that is found. */
  readonly kept: number;
}

/** The shares are those of three standard libraries, rounded down. */
const breaks: Record<string, Break> = {
  "a character less": { kept: 0.999, damage: (text, random) => cut(text, random.below(text.length), 1) },
  "a quote or bracket less": { kept: 0.99, damage: (text, random) => cutMatch(text, /["'()[\]{}]/g, random) },
  "a triple quote less": { kept: 0.97, damage: (text, random) => cutMatch(text, /"""/g, random) },
  "an opening bracket more": {
    kept: 0.999,
    damage: (text, random) => insert(text, random, random.pick([..."([{"])),
  },
  "a quote more": { kept: 0.999, damage: (text, random) => insert(text, random, random.pick(["'", '"'])) },
  "a triple quote more": { kept: 0.98, damage: (text, random) => insert(text, random, '"""') },
  "half a line less": {
    kept: 0.99,
    damage: (text, random) => {
      const start = random.below(text.length);
      return cut(text, start, /[^\n]*/y.exec(text.slice(start))![0].length);
    },
  },
  "its end cut off": {
    kept: 0.999,
    damage: (text, random) => {
      const start = random.below(text.length);
      return cut(text, start, text.length - start);
    },
  },
};

function cut(text: string, start: number, length: number): ReturnType<Break["damage"]> {
  return { broken: text.slice(0, start) + text.slice(start + length), start, end: start + length };
}

function cutMatch(text: string, pattern: RegExp, random: Random): ReturnType<Break["damage"]> {
  const matches = [...text.matchAll(pattern)];
  const match = matches.length === 0 ? undefined : random.pick(matches);
  return cut(text, match?.index ?? 0, match?.[0].length ?? 0);
}

function insert(text: string, random: Random, inserted: string): ReturnType<Break["damage"]> {
  const start = random.below(text.length);
  return { broken: text.slice(0, start) + inserted + text.slice(start), start, end: start };
}

function pathsAndGuards(text: string): [path: string, guard: string | null][] {
  // Commands in comments and the metadata of scripts name distributions.
  const modules = readPython(text).references.filter(({ kind }) => kind === "module");
  return (modules as readonly ModuleReference[]).map(({ path, guard }) => [path, guard]);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** How many of the wanted paths stand among the others in the same order. */
function countInOrder(wanted: readonly string[], others: readonly string[]): number {
  let count = 0;
  let from = 0;
  for (const path of wanted) {
    const place = others.indexOf(path, from);
    if (place < 0) continue;
    count++;
    from = place + 1;
  }
  return count;
}
