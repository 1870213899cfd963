/** The import statements of Python, one by one, from the offset where each begins. */

import type { TextSpan } from "../reference.ts";
import { gapEnd } from "./pythonGaps.ts";
import { skipSpace, wordEnd } from "./pythonStatements.ts";

export interface ImportedModule {
  /** The top-level module. */
  readonly span: TextSpan;
  /** The dotted path as far as it is written, without white space. */
  readonly path: string;
}

/** Reads `a.b as c, d`, which stands behind `import`. Returns the offset behind what it could make out. */
export function readImport(text: string, start: number, add: (module: ImportedModule) => void): number {
  for (let position = start; ; position++) {
    const module = readDottedName(text, skipSpace(text, position));
    if (module === null) return position;
    position = skipAlias(text, module.end);
    // Another word here means prose, or another language: `import the data`, `import React from "react"`.
    const isListed = text[position] === ",";
    if (isListed || isStatementEnd(text, position)) add(module);
    if (!isListed) return position;
  }
}

/**
 * Reads `a.b import`, which stands behind `from`; a relative import adds nothing. Returns the offset behind it.
 * @param add is told where what is imported of the module begins, too
 */
export function readFromImport(
  text: string,
  start: number,
  add: (module: ImportedModule, namesStart: number) => void,
): number {
  const module = readDottedName(text, skipSpace(text, start));
  if (module === null) return start;
  const wordStart = skipSpace(text, module.end);
  const end = wordEnd(text, wordStart);
  const word = text.slice(wordStart, end);
  const isHalfTyped = "import".startsWith(word) && isStatementEnd(text, skipSpace(text, end));
  if (word === "import" || isHalfTyped) add(module, end);
  return end;
}

interface DottedName extends ImportedModule {
  /** The offset behind the path and a dot that nothing follows yet. */
  readonly end: number;
}

function readDottedName(text: string, start: number): DottedName | null {
  const topLevelEnd = identifierEnd(text, start);
  if (topLevelEnd === start) return null;
  const span = { start, end: topLevelEnd };
  let path = text.slice(start, topLevelEnd);
  let end = topLevelEnd;
  for (let dot = skipSpace(text, end); text[dot] === "."; dot = skipSpace(text, end)) {
    const partStart = skipSpace(text, dot + 1);
    end = identifierEnd(text, partStart);
    if (end === partStart) return { span, path, end: dot + 1 };
    path += `.${text.slice(partStart, end)}`;
  }
  return { span, path, end };
}

function skipAlias(text: string, start: number): number {
  const wordStart = skipSpace(text, start);
  const end = wordEnd(text, wordStart);
  const word = text.slice(wordStart, end);
  if (word === "as") return skipSpace(text, identifierEnd(text, skipSpace(text, end)));
  const isHalfTyped = word === "a" && isStatementEnd(text, skipSpace(text, end));
  return isHalfTyped ? skipSpace(text, end) : wordStart;
}

function isStatementEnd(text: string, offset: number): boolean {
  return offset >= text.length || "\r\n;#".includes(text[offset]!);
}

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global " +
    "if import in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

export function isKeyword(word: string): boolean {
  return KEYWORDS.has(word);
}

/** The offset behind an identifier; the given one where there is none, or a keyword instead. */
function identifierEnd(text: string, start: number): number {
  const end = wordEnd(text, start);
  const isIdentifier = text.charCodeAt(start) > DIGIT_9 && !isKeyword(text.slice(start, end));
  return isIdentifier ? end : start;
}

/** All other characters of words come behind the digits. */
const DIGIT_9 = 57;

/**
 * Whether `from importlib import a, import_module` is what imports the module, with what it imports of it from `start` on:
 * names in a line or in parentheses, or all.
 */
export function importsImportModule(text: string, { path }: ImportedModule, start: number): boolean {
  if (path !== "importlib") return false;
  let position = skipSpace(text, start);
  if (text[position] === "*") return true;
  const skip = text[position] === "(" ? gapEnd : skipSpace;
  if (text[position] === "(") position++;
  for (;;) {
    const name = skip(text, position);
    position = text[name] === "," ? name + 1 : wordEnd(text, name);
    const word = text.slice(name, position);
    if (word === "import_module") return true;
    if (word === "" || (word !== "as" && isKeyword(word))) return false;
  }
}
