/** `setup.cfg` of setuptools: its lists of requirements. */

import type { DistributionReference, FileInclude, Reading, TextSpan } from "../reference.ts";
import { combineReadings, excerptOf } from "./excerpt.ts";
import { readIgnoredLines } from "./ignoredLines.ts";
import { type IniLine, type IniValue, readIni } from "./ini.ts";
import { skipMarker } from "./marker.ts";
import { readRequirementText } from "./requirementText.ts";

const LISTS: ReadonlySet<string> = new Set(["install_requires", "setup_requires", "tests_require"]);

export function readSetupCfg(text: string): Reading {
  const lists = readIni(text).filter(
    ({ section, key }) =>
      section === "options.extras_require" || (section === "options" && LISTS.has(key.replaceAll("-", "_"))),
  );
  const readings = lists.map((list) => ({
    references: requirementsIn(text, list),
    ignores: [],
    includes: includedFiles(text, list),
    indexes: [],
  }));
  return { ...combineReadings(readings), ignores: readIgnoredLines(text) };
}

const FILES = /^file:/;

function requirementsIn(text: string, { lines }: IniValue): DistributionReference[] {
  const [first] = lines;
  if (first === undefined || FILES.test(first.text)) return [];
  // setuptools takes a list in one line apart at semicolons, the markers' own too.
  const isOneLine = lines.length === 1 && first.whole === null;
  return lines.flatMap((line) =>
    (isOneLine ? partsOf(line, /[^;]+/g) : partsOf(line, WITHOUT_COMMENT)).flatMap(
      (span) => readRequirementText(excerptOf(text, span), line.whole) ?? [],
    ),
  );
}

const WITHOUT_COMMENT = /^.*?(?=[ \t]#|$)/g;

function partsOf({ text, span }: IniLine, pattern: RegExp): TextSpan[] {
  return [...text.matchAll(pattern)]
    .filter(({ 0: part }) => skipMarker(part, 0) !== part.length)
    .map(({ 0: part, index }) => ({ start: span.start + index, end: span.start + index + part.length }));
}

/** `file: requirements.txt, dev.txt` */
function includedFiles(text: string, { lines }: IniValue): FileInclude[] {
  if (!FILES.test(lines[0]?.text ?? "")) return [];
  return lines.flatMap((line, index) =>
    [...line.text.slice(index === 0 ? 5 : 0).matchAll(/[^,\s](?:[^,]*[^,\s])?/g)].map((match) => {
      const start = line.span.start + (index === 0 ? 5 : 0) + match.index;
      const span = { start, end: start + match[0].length };
      return { path: text.slice(span.start, span.end), span };
    }),
  );
}
