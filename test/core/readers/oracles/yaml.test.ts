/** YAML, held to what PyYAML reads where it is installed: every name in the pip part of generated environments of conda. */

import { describe, expect, test } from "vitest";
import { readCondaEnvironment } from "../../../../server/src/core/readers/condaEnvironment.ts";
import { askPython, findPython } from "./machinePython.ts";
import { seededRandom } from "./random.ts";

/** Null for what PyYAML refuses. */
type Answer = readonly string[] | null;

const python = findPython("yaml");
if ("missing" in python) console.warn(`YAML is not compared with PyYAML: ${python.missing}.`);

describe.skipIf("missing" in python)("PyYAML", () => {
  if ("missing" in python) return;
  const texts = generateTexts(1, 5000);
  const answers = askPython(python, "pyyaml.py", texts) as Answer[];

  test("takes enough of the generated texts to prove something", () => {
    expect(answers.filter((answer) => answer !== null && answer.length > 0).length).toBeGreaterThan(1500);
  });

  test("finds no name in what it takes that is not read", () => {
    const differences = texts.flatMap((text, index) => {
      const answer = answers[index]?.flatMap((said) => /^\s*(name\d+)\s*$/.exec(said)?.[1] ?? []);
      const ours = readCondaEnvironment(text).references.map(({ name }) => name);
      const missed = answer?.filter((name) => !ours.includes(name)) ?? [];
      return missed.length === 0 ? [] : [{ text, answer, ours }];
    });
    expect(differences.slice(0, 3)).toEqual([]);
  });

  test("takes every name that is read, where it takes the text", () => {
    const differences = texts.flatMap((text, index) => {
      const answer = answers[index];
      const ours = readCondaEnvironment(text).references.map(({ name }) => name);
      const invented = answer ? ours.filter((name) => !answer.some((said) => said.includes(name))) : [];
      return invented.length === 0 ? [] : [{ text, answer, ours }];
    });
    expect(differences.slice(0, 3)).toEqual([]);
  });
});

/** Environments of anchors, aliases, keys, strings and line ends of all kinds, most of them valid. */
function generateTexts(seed: number, count: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    let names = 0;
    const name = () => `name${++names}`;
    const item = () =>
      random.pick([
        name,
        name,
        () => `"${name()}"`,
        () => `'${name()}'`,
        () => `"n\\u0061me${++names}"`,
        () => `"na\\\n      me${++names}"`,
        () => `!!str ${name()}`,
        () => `&i ${name()}`,
        () => "*i",
        () => "*l",
        () => `[${name()}, ${name()}]`,
        () => `[*i, ${name()}]`,
        () => `>-\n      ${name()}`,
        () => `|\n      ${name()}`,
        () => `${name()} # ${"[".repeat(150)}`,
      ])();
    const key = () =>
      random.pick(["pip", "pip", '"p\\x69p"', "'pip'", "&k pip", "*k ", "? pip\n  ", "!!str pip"]);
    const list = () =>
      random.pick([
        () => `\n    - ${item()}\n    - ${item()}`,
        () => ` [${name()}, "${name()}"]`,
        () => " *l",
        () => `\n    # ${"- ".repeat(150)}\n    - ${item()}`,
      ])();
    const text = [
      random.pick(["", "---\n", "\ufeff", "%YAML 1.1\n---\n", `x: "${"{".repeat(150)}"\n`]),
      random.pick(["", `a: &i ${name()}\n`, `a: &i ${name()}\nb: &l [*i, ${name()}]\n`, "c: &k pip\n"]),
      "dependencies:\n- python\n",
      `- ${key()}:${list()}\n`,
      random.oneIn(3) ? `- ${key()}:${list()}\n` : "",
      random.pick(["", "z: |\n  a\n", `z:\n${" ".repeat(150)}- a\n`, "...\n"]),
    ].join("");
    return text.replaceAll("\n", random.pick(["\n", "\n", "\r\n", "\r", "\x85", "\u2028"]));
  });
}
