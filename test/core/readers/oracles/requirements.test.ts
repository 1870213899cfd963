/**
 * Requirement lines and files, held to what pip makes of them. The machine's own pip is asked about thousands of
 * generated ones; a sample of answers is kept in test/fixtures/oracles and checked everywhere.
 * With RECORD_ORACLES=1 in the environment the sample is written anew.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { normalizeName } from "../../../../server/src/core/names.ts";
import { readRequirement } from "../../../../server/src/core/readers/requirement.ts";
import { readRequirementsFile } from "../../../../server/src/core/readers/requirements.ts";
import type { DistributionReference } from "../../../../server/src/core/reference.ts";
import { generateFiles, generateLines } from "./generatedRequirements.ts";
import { askPython, findPython } from "./machinePython.ts";

interface LineAnswer {
  readonly name: string;
  readonly extras: readonly string[];
  readonly specifier: readonly string[];
  readonly url: string | null;
}

interface FileAnswer {
  readonly requirements: readonly { line: number; valid: boolean; name?: string | null }[];
  readonly includes: readonly string[];
}

interface Answers {
  readonly packaging: string;
  /** Null for a line that pip refuses. */
  readonly lines: readonly (LineAnswer | null)[];
  /** Null for a file that pip refuses for one of its options. */
  readonly files: readonly (FileAnswer | null)[];
}

const sampleFile = new URL("../../../fixtures/oracles/requirements.json", import.meta.url);
const python = findPython("pip");

describe("the sample of pip's answers", () => {
  const lines = generateLines(1, 200);
  const files = generateFiles(2, 40);
  if (process.env.RECORD_ORACLES && !("missing" in python)) {
    const answers = askPython(python, "requirements.py", { lines, files }) as Answers;
    writeFileSync(sampleFile, `${JSON.stringify({ questions: { lines, files }, answers }, null, 1)}\n`);
  }
  const sample = JSON.parse(readFileSync(sampleFile, "utf8")) as {
    questions: { lines: string[]; files: string[] };
    answers: Answers;
  };
  compare(sample.questions.lines, sample.questions.files, sample.answers);
});

if ("missing" in python) console.warn(`Requirements are not compared with pip: ${python.missing}.`);

describe.skipIf("missing" in python)("pip on this machine", () => {
  if ("missing" in python) return;
  const lines = generateLines(3, 5000);
  const files = generateFiles(4, 500);
  compare(lines, files, askPython(python, "requirements.py", { lines, files }) as Answers);
});

function compare(lines: readonly string[], files: readonly string[], answers: Answers): void {
  test("a line that pip takes is read as pip reads it", () => {
    const taken = lines.flatMap((line, index) => {
      const answer = answers.lines[index];
      return answer && !isDisputed(line, answers.packaging) ? [{ line, answer }] : [];
    });
    const differences = taken.filter(
      ({ line, answer }) => JSON.stringify(readLine(line)) !== JSON.stringify(answer),
    );
    expect(differences).toEqual([]);
    expect(taken.length).toBeGreaterThan(lines.length / 4);
  });

  test("a line that pip refuses for what stands behind the name keeps its name", () => {
    const refused = lines.filter(
      (line, index) => answers.lines[index] === null && /^[a-z]+ ?[=<>!~]=/i.test(line),
    );
    expect(refused.filter((line) => readRequirement(line) === null)).toEqual([]);
    expect(refused.length).toBeGreaterThan(lines.length / 100);
  });

  test("a file names what pip would install, and the files that pip would read", () => {
    const read = files.flatMap((text, index) =>
      answers.files[index] ? [{ text, answer: answers.files[index] }] : [],
    );
    expect(read.flatMap(({ text, answer }) => difference(text, answer))).toEqual([]);
    expect(read.length).toBeGreaterThan(files.length / 2);
  });
}

/** Where pip's own versions differ among themselves, or from the specifications. */
function isDisputed(line: string, packaging: string): boolean {
  // A name or extra that ends in an underscore: against PEP 508, taken by `packaging` from 22 on.
  if (/_\s*(?:$|[\][(=<>!~@;,])/.test(line)) return true;
  return Number.parseInt(packaging, 10) < 22 && UNLIKE_OLD_PACKAGING.some((pattern) => pattern.test(line));
}

/** Version 22 of `packaging` has a parser of its own, which settled these. */
const UNLIKE_OLD_PACKAGING: readonly RegExp[] = [
  /===/, // took all up to white space, semicolons too
  /(?:[a-z]|\d-)[\w.-]*\.\*/, // `==1.0a1.*` was taken
  /~=[^,;)]*(?:alpha|beta|preview)/, // was refused
  /,\s*(?:$|[;)])/, // a comma behind the last clause was refused
  /\b(?:and|or)[a-z]|[a-z_](?:not|in)\s/, // `andos_name` was taken for two words
  /@\s*(?!(?:git\+)?https:\/\/\w|file:\/\/\/\w)|@.*[[\]]/, // a URL needed a host, and one without brackets
];

function readLine(text: string): LineAnswer | null {
  const requirement = readRequirement(text);
  if (requirement === null) return null;
  const slice = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);
  const clauses = slice(requirement.specifier)?.split(",") ?? [];
  return {
    name: slice(requirement.name)!,
    extras: [...new Set(requirement.extras)].sort(),
    specifier: clauses.map((clause) => clause.replace(/\s/g, "")).sort(),
    url: slice(requirement.url),
  };
}

/** Nothing where we read the file as pip does. Names on lines that pip refuses are ours alone. */
function difference(text: string, answer: FileAnswer): unknown[] {
  const reading = readRequirementsFile(text);
  const includes = reading.includes.map(({ path }) => path);
  const ours = reading.references as readonly DistributionReference[];
  const atLine = new Map(
    ours.map((reference) => [lineOf(text, reference.removal!.start), nameOf(reference)]),
  );
  const wrong = answer.requirements.filter(
    ({ line, valid, name }) => valid && (atLine.get(line) ?? null) !== (name ? normalizeName(name) : null),
  );
  const lines = new Set(answer.requirements.map(({ line }) => line));
  const invented = [...atLine].filter(([line]) => !lines.has(line));
  const sameIncludes = JSON.stringify(includes) === JSON.stringify(answer.includes);
  return wrong.length + invented.length === 0 && sameIncludes
    ? []
    : [{ text, answer, wrong, invented, includes }];
}

function nameOf({ name }: DistributionReference): string {
  return normalizeName(name.replace(/\\+(?:\r\n|.)/gs, ""));
}

/** The number of a line as Python's `str.splitlines` counts, from 1. The removal of a last line begins at the break before. */
function lineOf(text: string, offset: number): number {
  const behindBreak =
    offset + (/^(?:\r\n|[\n\r\v\f\x1c-\x1e\u2028\x85])/.exec(text.slice(offset))?.[0].length ?? 0);
  return text.slice(0, behindBreak).split(/\r\n|[\n\r\v\f\x1c-\x1e\u2028\x85]/).length;
}
