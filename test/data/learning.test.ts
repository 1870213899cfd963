/** The learnt tables have seen no name that detection is measured with, and are what learning gives. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeAttacks, seededRandom } from "../../data/attacks.ts";
import { isMeasuredTail, selectTeachers } from "../../data/heldBack.ts";
import { learnAffixes, learnWords } from "../../data/learnTables.ts";
import { readFacts } from "../../data/readFacts.ts";
import { fitWeights } from "../../data/regression.ts";
import { parseTsv } from "../../data/tsv.ts";
import { normalizeName } from "../../server/src/core/names.ts";
import { readCases } from "../evaluation/cases.ts";

const facts = readFacts("data");
const teachers = selectTeachers(facts);
const cases = readCases("test/evaluation/cases");

describe("no teacher is", () => {
  const all = [...teachers.honest, ...teachers.malicious];

  test("an attack of the evaluation, seen or unseen", () => {
    const hashes = new Set(readFileSync("data/kept/not_to_learn_from.txt", "utf8").split(/\r?\n/));
    expect(cases.pairs.every(({ name }) => hashes.has(sha256(normalizeName(name))))).toBe(true);
    expect(all.filter((name) => hashes.has(sha256(name)))).toEqual([]);
  });

  test("malware of the evaluation", () => {
    const measured = new Set([...cases.typosquatMalware, ...cases.recentMalware]);
    expect(all.filter((name) => measured.has(name))).toEqual([]);
  });

  test("a stranger or a name of the measured tail", () => {
    const measured = new Set<string>([...cases.strangers, ...cases.tail]);
    expect(all.filter((name) => measured.has(name))).toEqual([]);
    expect(cases.tail).toHaveLength(5_000);
    expect(cases.tail.every(isMeasuredTail)).toBe(true);
  });
});

describe("the committed tables are what these teachers teach", () => {
  const committed = (file: string) => sortRows(parseTsv(readFileSync(`data/learnt/${file}`, "utf8")));

  test("words", () => {
    expect(sortRows(learnWords(teachers))).toEqual(committed("words.tsv"));
  });

  test("affixes", () => {
    const popular = facts.popular.map(({ name }) => name);
    expect(sortRows(learnAffixes(teachers, popular))).toEqual(committed("affixes.tsv"));
  });

  function sortRows(rows: readonly Readonly<Record<string, string>>[]): string[] {
    return rows.map((row) => JSON.stringify(row)).sort();
  }
});

test("an affix is told by its distinct targets, not by how often it is used", () => {
  const [one, two, three, four] = ["alpha", "bravo", "charlie", "delta"].map(normalizeName);
  const popular = [one!, two!, three!, four!];
  const honest = popular.map((name) => normalizeName(`${name}-docs`));
  const malicious = ["alpha-env", "bravoenv", "alpha-env", "charlie-spam", "charlie-spam"].map(normalizeName);
  const rows = learnAffixes({ honest, malicious }, popular);
  expect(rows.map((row) => [row.affix, row.honest_targets, row.malicious_targets])).toEqual([
    ["-docs", "4", "0"],
    ["-env", "0", "2"],
  ]);
  expect(Number(rows[0]!.log_odds)).toBeLessThan(0);
  expect(Number(rows[1]!.log_odds)).toBeGreaterThan(0);
});

describe("training", () => {
  test("finds the evidence that tells attacks from honest names", () => {
    const example = (attack: boolean, ...evidence: Record<string, number>[]) => ({
      attack,
      weight: 1,
      explanations: evidence,
    });
    const weights = fitWeights(
      [
        ...Array.from({ length: 50 }, () => example(true, { swap: 1, any: 1 }, { plain: 1, any: 1 })),
        ...Array.from({ length: 50 }, () => example(false, { plain: 1, any: 1 })),
        example(false),
      ],
      { rounds: 200, ridge: 0.1 },
    );
    expect(weights.get("swap")).toBeGreaterThan(1);
    expect(weights.get("plain")).toBeLessThan(-1);
  });

  test("made attacks are the same on every run, and none is its target", () => {
    const popular = facts.popular.map(({ name }) => name);
    const affixes = { malicious: ["-env", "xx-"], usual: ["-cache"] };
    const make = () => makeAttacks(300, popular, affixes, seededRandom(7));
    expect(make()).toEqual(make());
    expect(make().filter(({ name, target }) => name === target)).toEqual([]);
    expect(makeAttacks(300, popular, affixes, seededRandom(8))).not.toEqual(make());
  });
});

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
