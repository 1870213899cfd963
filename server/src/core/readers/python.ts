/**
 * Imports in Python source: `import a.b as c, d`, `from a import b`, and with a literal `importlib.import_module("a")`
 * and `__import__("a")`. Takes half-typed code: an import counts from the moment when its module is written.
 * What a script's inline metadata asks for is read with them, and what commands in comments and in notebooks install.
 */

import { type IgnoreComment, nothingRead, type Reading } from "../reference.ts";
import { combineReadings } from "./excerpt.ts";
import { readIgnoreComment } from "./ignoreComments.ts";
import { readInlineScriptMetadata } from "./inlineScriptMetadata.ts";
import { lineStart } from "./lines.ts";
import {
  isBareMagic,
  isLineMagic,
  lineMagicEnd,
  measuredCode,
  readCellMagic,
  readCommandInComment,
  readLineMagic,
} from "./notebookMagics.ts";
import { trackImportCalls } from "./pythonCalls.ts";
import { placesOfInterest } from "./pythonEnd.ts";
import { trackGuards } from "./pythonGuards.ts";
import { type ImportedModule, importsImportModule, readFromImport, readImport } from "./pythonImports.ts";
import { walkStatements, wordEnd } from "./pythonStatements.ts";

/** A file, or the code of a notebook's cell. */
export function readPython(text: string): Reading {
  return readCellMagic(text) ?? readCode(text);
}

function readCode(text: string): Reading {
  const modules: ImportedModule[] = [];
  const commands: Reading[] = [];
  const ignores: IgnoreComment[] = [];
  const guards = trackGuards(text);
  const { lastPlace, hasFunction } = placesOfInterest(text);
  const calls = hasFunction ? trackImportCalls(text) : null;

  function add(module: ImportedModule): void {
    modules.push(module);
    guards.addImport();
  }

  function addFrom(module: ImportedModule, namesStart: number): void {
    add(module);
    if (importsImportModule(text, module, namesStart)) calls?.addFunction();
  }

  walkStatements(text, {
    statement(statementStart, indentation) {
      const start = indentation === null ? statementStart : measuredCode(text, statementStart);
      const isMagic = indentation !== null && isLineMagic(text, start);
      if (isMagic || (indentation !== null && isBareMagic(text, start))) {
        const magicEnd = lineMagicEnd(text, start);
        commands.push(readLineMagic(text, start, magicEnd));
        if (isMagic) return magicEnd;
      }
      const end = wordEnd(text, start);
      const word = text.slice(start, end);
      if (indentation !== null) {
        guards.enter(word, end, indentation);
        if (statementStart > lastPlace && guards.areClosed()) return text.length;
      }
      if (word === "import") return readImport(text, end, add);
      return word === "from" ? readFromImport(text, end, addFrom) : end;
    },
    parenthesis(offset, isInBrackets) {
      const module = calls?.read(offset, isInBrackets);
      if (module) add(module);
    },
    comment(start, end) {
      calls?.addComment(start, end);
      const codes = readIgnoreComment(text.slice(start, end));
      if (codes !== null) ignores.push({ line: { start: lineStart(text, start), end }, codes });
      commands.push(readCommandInComment(text, start, end));
    },
  });

  const guardOf = guards.guards();
  const references = modules.map(({ path, span }, index) => ({
    kind: "module" as const,
    name: text.slice(span.start, span.end),
    span,
    path,
    guard: guardOf[index] ?? null,
  }));
  return combineReadings([
    readInlineScriptMetadata(text),
    { ...nothingRead, references, ignores },
    ...commands,
  ]);
}
