/** `setup.py`: the requirements that are written out in it, and its imports. Nothing is run. */

import { type DistributionReference, nothingRead, type Reading } from "../reference.ts";
import { LINE_BREAK, skipAt } from "./characters.ts";
import { combineReadings, partOf } from "./excerpt.ts";
import { removalOf } from "./itemRemoval.ts";
import { readPython } from "./python.ts";
import { assignedValues, type Value } from "./pythonAssignments.ts";
import { walkFlow } from "./pythonFlow.ts";
import { maskStrings } from "./pythonLiterals.ts";
import { readRequirementText } from "./requirementText.ts";

export function readSetupPy(text: string): Reading {
  return combineReadings([readPython(text), readKeywords(text)]);
}

const NAMES = "(?:install_requires|extras_require|setup_requires|tests_require)";
const KEYWORD = new RegExp(`(?<![\\w.])${NAMES}\\s*\\+?=(?!=)`, "g");
/** `"install_requires": …` and `k["install_requires"] = …`, which matter where a dictionary is handed over by `**`. */
const KEY = new RegExp(`(["'])${NAMES}\\1`, "g");
const BEHIND_KEY = /\s*(?::|\]\s*=(?!=))/y;
const HANDED_OVER = /\*\*\s*[A-Za-z_{]/;

const LINES = new RegExp(`[^${LINE_BREAK}]+`, "g");
const WORDS = /\S+/g;
const COMMENT = /(?:^|[ \t])#/;
/** A version or the name of a file, as variables hold them; items of lists are requirements. */
const NO_NAME = /^(?:v?\d[\d.]*|[^<>=!~;@[(]*\.(?:cfg|in|md|rst|toml|txt))$/i;

function readKeywords(text: string): Reading {
  const code = maskStrings(text);
  const assigned = assignedValues(text, code);
  const references: DistributionReference[] = [];

  // Names are met while values are walked: what they stand for is walked in its turn, and once.
  const values = new Set<Value>(keywordValues(text, code));
  for (const value of values) {
    walkFlow(text, code, value, {
      string(content, item, isSplitAtBlanks) {
        const parts = [...content.text.matchAll(isSplitAtBlanks ? WORDS : LINES)];
        for (const { 0: part, index } of parts) {
          if (item === null && NO_NAME.test(part.trim())) continue;
          const comment = part.search(COMMENT);
          const requirement = { start: index, end: index + (comment < 0 ? part.length : comment) };
          const removal = item !== null && parts.length === 1 ? removalOf(text, item) : null;
          const reference = readRequirementText(partOf(content, requirement), removal);
          if (reference !== null) references.push(reference);
        }
      },
      name(name) {
        for (const given of assigned.get(name) ?? []) values.add(given);
        // Once is enough: one variable may be named, and given something, any number of times.
        assigned.delete(name);
      },
    });
  }
  return combineReadings([{ ...nothingRead, references }]);
}

function keywordValues(text: string, code: string): Value[] {
  const found = [...code.matchAll(KEYWORD)].map(({ 0: written, index }) => ({
    index,
    start: index + written.length,
    isInBrackets: isArgument(code, index),
  }));
  if (HANDED_OVER.test(code)) {
    for (const { 0: written, index } of text.matchAll(KEY)) {
      const end = index + written.length;
      const start = skipAt(BEHIND_KEY, code, end);
      if (start > end) found.push({ index, start, isInBrackets: code[start - 1] === ":" });
    }
  }
  found.sort((a, b) => a.index - b.index);
  return found.map(({ start, isInBrackets }, position) => ({
    start,
    limit: found[position + 1]?.index ?? code.length,
    isInBrackets,
  }));
}

/** A statement has no bracket or comma before it. */
function isArgument(code: string, keyword: number): boolean {
  let before = keyword - 1;
  while (before >= 0 && " \t\f\r\n".includes(code[before]!)) before--;
  return code[before] === "(" || code[before] === ",";
}
