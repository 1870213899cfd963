/** `setup.py`: the lists of requirements that are written out in it, and its imports. Nothing is run. */

import { type DistributionReference, nothingRead, type Reading } from "../reference.ts";
import { combineReadings, type Excerpt, partOf } from "./excerpt.ts";
import { removalOf } from "./itemRemoval.ts";
import { readPython } from "./python.ts";
import { bracketItems, maskStrings, stringItem } from "./pythonLiterals.ts";
import { readRequirementText } from "./requirementText.ts";

export function readSetupPy(text: string): Reading {
  return combineReadings([readPython(text), readKeywords(text)]);
}

const KEYWORD = /(?<![\w.])(?:install_requires|extras_require|setup_requires|tests_require)\s*=(?!=)\s*/g;
const ASSIGNMENT = /^([A-Za-z_]\w*)[ \t]*(?::[^=\r\n\u2028\u2029]*)?=(?!=)[ \t]*/gm;
const NAME = /[A-Za-z_]\w*(?=\s*[,)\r\n;]|\s*$)/y;

function readKeywords(text: string): Reading {
  const code = maskStrings(text);
  const variables = findVariables(code);
  const read = new Set<number>();
  const references: DistributionReference[] = [];

  const keywords = [...code.matchAll(KEYWORD)];
  keywords.forEach((keyword, index) => {
    const start = keyword.index + keyword[0].length;
    NAME.lastIndex = start;
    const variable = variables.get(NAME.exec(code)?.[0] ?? "");
    readOnce(variable ?? { start, limit: keywords[index + 1]?.index ?? code.length });
  });
  return combineReadings([{ ...nothingRead, references }]);

  function readOnce({ start, limit }: Value): void {
    if (read.has(start)) return;
    read.add(start);
    readValue(start, limit, true);
  }

  /** A list, several with `+` between them, a string with a requirement on each line, or a dictionary of these. */
  function readValue(start: number, limit: number, mayBeDictionary: boolean): void {
    for (let position = start; position < limit; ) {
      const opening = code[position]!;
      if (opening === "{" && mayBeDictionary) {
        for (const item of bracketItems(code, position, limit).items) {
          const value = /^[A-Za-z]{0,2}"+\s*:\s*/.exec(code.slice(item.start, item.end))?.[0].length;
          if (value !== undefined) readValue(item.start + value, item.end, false);
        }
        return;
      }
      if (opening !== "[" && opening !== "(") {
        readLines(position, limit);
        return;
      }
      const { items, end } = bracketItems(code, position, limit);
      for (const item of items) add(stringItem(text, code, item), removalOf(text, item));
      const plus = /^\s*\+\s*/.exec(code.slice(end, end + 200))?.[0].length;
      if (plus === undefined) return;
      position = end + plus;
    }
  }

  function readLines(start: number, limit: number): void {
    const string = /^[A-Za-z]{0,2}"+/.exec(code.slice(start, limit))?.[0].length;
    const excerpt = string === undefined ? null : stringItem(text, code, { start, end: start + string });
    for (const { 0: line, index } of excerpt?.text.matchAll(/[^\r\n]+/g) ?? []) {
      add(partOf(excerpt!, { start: index, end: index + line.length }), null);
    }
  }

  function add(item: Excerpt | null, removal: DistributionReference["removal"]): void {
    const reference = item && readRequirementText(item, removal);
    if (reference) references.push(reference);
  }
}

/** Where the value of a module's variable begins, and where an unclosed one ends at the latest. */
interface Value {
  readonly start: number;
  readonly limit: number;
}

function findVariables(code: string): Map<string, Value> {
  const assignments = [...code.matchAll(ASSIGNMENT)];
  const variables = new Map<string, Value>();
  assignments.forEach((assignment, index) => {
    const start = assignment.index + assignment[0].length;
    const limit = assignments[index + 1]?.index ?? code.length;
    if (!variables.has(assignment[1]!)) variables.set(assignment[1]!, { start, limit });
  });
  return variables;
}
