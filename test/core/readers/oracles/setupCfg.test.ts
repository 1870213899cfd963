/** `setup.cfg`, held to what the setuptools of this machine would ask for. */

import { describe, expect, test } from "vitest";
import { readSetupCfg } from "../../../../server/src/core/readers/setupCfg.ts";
import { askPython, findPython } from "./machinePython.ts";
import { seededRandom } from "./random.ts";

const python = findPython("setuptools");
if ("missing" in python) console.warn(`setup.cfg is not compared with setuptools: ${python.missing}.`);

describe.skipIf("missing" in python)("the setuptools of this machine", () => {
  if ("missing" in python) return;
  const texts = generateTexts(1, 300);
  const answers = askPython(python, "setupCfg.py", texts) as (string[] | null)[];

  test("takes enough of the generated texts to prove something", () => {
    expect(answers.filter((names) => names !== null && names.length > 0).length).toBeGreaterThan(100);
  });

  test("asks for the same names by all that it takes", () => {
    const differences = texts.flatMap((text, index) => {
      // Of a marker that it takes for a requirement we say nothing: no package is meant.
      const names = answers[index]?.filter((name) => name !== "python_version");
      const ours = [...new Set(readSetupCfg(text).references.map(({ name }) => name))].sort();
      // A list that ends with a backslash loses its last item there; here it is one that somebody still types.
      return !names || /\\\s*(?:#[^\n]*)?$/.test(text) || JSON.stringify(ours) === JSON.stringify(names)
        ? []
        : [{ text, names, ours }];
    });
    expect(differences.slice(0, 3)).toEqual([]);
  });
});

function generateTexts(seed: number, count: number): string[] {
  const random = seededRandom(seed);
  const ends = [..." \t\x1f", "  # comment", " #c", " \\", "\\", " ; python_version > '3'", ">=1", "[x]"];
  const breaks = [
    "\n  ",
    "\n  ",
    "\n\t",
    "\f",
    "\x1c",
    "\u2028",
    "\x85",
    ";",
    "; ",
    "\n  \n  ",
    "\n  # c\n  ",
  ];
  const keys = ["install_requires", "install-requires", "tests_require", "setup_requires", "packages"];
  const sections = ["[options]", "[options]\n[DEFAULT]", "[options.extras_require]", "[metadata]"];
  const item = () => random.pick(["a", "bc", "d-e"]) + (random.oneIn(2) ? random.pick(ends) : "");
  const value = () =>
    random.pick(["", " ", " \n  "]) +
    Array.from({ length: 1 + random.below(4) }, item).join(random.pick(breaks)) +
    (random.oneIn(3) ? random.pick(breaks) + item() : "");
  return Array.from({ length: count }, () => `${random.pick(sections)}\n${random.pick(keys)} =${value()}\n`);
}
