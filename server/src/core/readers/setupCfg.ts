/** `setup.cfg` of setuptools: its lists of requirements. */

import type { DistributionReference, FileInclude, Reading, TextSpan } from "../reference.ts";
import { LINE_BREAK, skipAt } from "./characters.ts";
import { combineReadings, type Excerpt, excerptOf, joinPieces, partOf, trimmed } from "./excerpt.ts";
import { readIgnoredLines } from "./ignoredLines.ts";
import { type IniLine, type IniValue, readIni } from "./ini.ts";
import { skipMarker } from "./marker.ts";
import { readRequirementText } from "./requirementText.ts";

const LISTS: ReadonlySet<string> = new Set(["install_requires", "setup_requires", "tests_require"]);
/** What stands under `DEFAULT` stands in every section. */
const SECTIONS_OF_LISTS: ReadonlySet<string> = new Set(["options", "DEFAULT"]);

export function readSetupCfg(text: string): Reading {
  const lists = readIni(text).filter(
    ({ section, key }) =>
      section === "options.extras_require" ||
      (SECTIONS_OF_LISTS.has(section) && LISTS.has(key.replaceAll("-", "_"))),
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

interface Item {
  readonly content: Excerpt;
  readonly removal: TextSpan | null;
}

function requirementsIn(text: string, { lines }: IniValue): DistributionReference[] {
  const [first] = lines;
  if (first === undefined || FILES.test(first.text)) return [];
  // setuptools takes a list in one line apart at semicolons, the markers' own too.
  const part = lines.length === 1 && first.whole === null ? BEFORE_SEMICOLON : WITHIN_LINE;
  const items = lines.flatMap((line) => itemsIn(text, line, part));
  return joinContinued(items).flatMap(({ content, removal }) => readRequirementText(content, removal) ?? []);
}

// What ends a line for `configparser` is less than what ends one for setuptools, which asks `str.splitlines`.
const WITHIN_LINE = new RegExp(`[^${LINE_BREAK}]*`, "y");
const BEFORE_SEMICOLON = new RegExp(`[^;${LINE_BREAK}]*`, "y");
const COMMENT = /(?:^|[ \t])#/;

function itemsIn(text: string, { text: written, span, whole }: IniLine, part: RegExp): Item[] {
  const items: Item[] = [];
  const line = excerptOf(text, span);
  for (let start = 0, end = 0; start < written.length; start = end + 1) {
    end = skipAt(part, written, start);
    const content = withoutComment(trimmed(partOf(line, { start, end })));
    if (content.text === "" || skipMarker(content.text, 0) === content.text.length) continue;
    // Of several in a line one cannot go with the line.
    items.push({ content, removal: end - start === written.length ? whole : null });
  }
  return items;
}

function withoutComment(item: Excerpt): Excerpt {
  const comment = item.text.search(COMMENT);
  return comment < 0 ? item : partOf(item, { start: 0, end: comment });
}

/** A backslash joins an item to the next, and takes the character before it away, as setuptools does. */
function joinContinued(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  let pieces: Excerpt[] = [];
  items.forEach(({ content, removal }, index) => {
    const isContinued = content.text.endsWith("\\") && index < items.length - 1;
    pieces.push(
      isContinued
        ? trimmed(partOf(content, { start: 0, end: Math.max(0, content.text.length - 2) }))
        : content,
    );
    if (isContinued) return;
    joined.push(
      pieces.length === 1 ? { content, removal } : { content: joinExcerpts(pieces), removal: null },
    );
    pieces = [];
  });
  return joined;
}

function joinExcerpts(excerpts: readonly Excerpt[]): Excerpt {
  return joinPieces(
    excerpts.map(({ text, locate }) => ({ text, offset: locate({ start: 0, end: 0 }).start })),
  );
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
