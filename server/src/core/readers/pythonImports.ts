/** The import statements and import calls of Python, one by one, from the offset where each begins. */

import type { TextSpan } from "../reference.ts";
import { LETTER, matchAt } from "./characters.ts";
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

/** Reads `a.b import`, which stands behind `from`; a relative import adds nothing. Returns the offset behind it. */
export function readFromImport(text: string, start: number, add: (module: ImportedModule) => void): number {
  const module = readDottedName(text, skipSpace(text, start));
  if (module === null) return start;
  const wordStart = skipSpace(text, module.end);
  const end = wordEnd(text, wordStart);
  const word = text.slice(wordStart, end);
  const isHalfTyped = "import".startsWith(word) && isStatementEnd(text, skipSpace(text, end));
  if (word === "import" || isHalfTyped) add(module);
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

/** The offset behind an identifier; the given one where there is none, or a keyword instead. */
function identifierEnd(text: string, start: number): number {
  const end = wordEnd(text, start);
  const isIdentifier = !isDigit(text.charCodeAt(start)) && !KEYWORDS.has(text.slice(start, end));
  return isIdentifier ? end : start;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const FUNCTION_IMPORT = /[ \t]+importlib[ \t]+import[ \t](?:[ \t]*\([^()]*?|[^\r\n;#]*?)\bimport_module\b/y;

/** Whether the statement is `from importlib import import_module`; takes the offset behind `from`. */
export function importsImportModule(text: string, start: number): boolean {
  return matchAt(FUNCTION_IMPORT, text, start) !== null;
}

const IDENTIFIER = `(?!\\d)[${LETTER}_]+`;
const ARGUMENT = new RegExp(
  `\\(\\s*(?:name\\s*=\\s*)?(?:[rRuUfF]|[rR][fF]|[fF][rR])?(["'])(${IDENTIFIER})((?:\\.${IDENTIFIER}){0,99})\\1\\s*[,)]`,
  "dy",
);

/**
 * Reads `importlib.import_module("a.b")`, `import_module("a.b")` where that function `isImported`, and `__import__("a")`, also
 * of the modules that have it; takes the offset of the parenthesis. Null for every other call.
 */
export function readDynamicImport(
  text: string,
  parenthesis: number,
  isImported: boolean,
): ImportedModule | null {
  let functionEnd = parenthesis;
  while (text[functionEnd - 1] === " ") functionEnd--;
  if (!endsWithFunction(text, functionEnd, isImported)) return null;
  ARGUMENT.lastIndex = parenthesis;
  const match = ARGUMENT.exec(text);
  if (match === null) return null;
  const [start, end] = match.indices![2]!;
  return { span: { start, end }, path: match[2]! + match[3]! };
}

function endsWithFunction(text: string, end: number, isImported: boolean): boolean {
  if (text.endsWith("__import__", end)) {
    const start = end - "__import__".length;
    const owner = owners.find((each) => text.endsWith(each, start)) ?? "";
    return !continuesName(text, start - owner.length);
  }
  if (!text.endsWith("import_module", end)) return false;
  if (text.endsWith("importlib.import_module", end))
    return !continuesName(text, end - "importlib.import_module".length);
  return isImported && !continuesName(text, end - "import_module".length);
}

/** Modules that have the function `__import__`. */
const owners = ["builtins.", "__builtins__.", "importlib."] as const;

const NAME_CHARACTER = new RegExp(`[${LETTER}_.]`);

/** Whether the name that begins at the offset is only the end of a longer or of a dotted one. */
function continuesName(text: string, start: number): boolean {
  return start > 0 && NAME_CHARACTER.test(text[start - 1]!);
}
