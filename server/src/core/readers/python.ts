/**
 * Imports in Python source: `import a.b as c, d`, `from a import b`, and with a literal `importlib.import_module("a")`
 * and `__import__("a")`. Takes half-typed code: an import counts from the moment when its module is written.
 */

import { type IgnoreComment, nothingRead, type Reading } from "../reference.ts";
import { readIgnoreComment } from "./ignoreComments.ts";
import type { Reader } from "./index.ts";
import { trackGuards } from "./pythonGuards.ts";
import {
  type ImportedModule,
  importsImportModule,
  readDynamicImport,
  readFromImport,
  readImport,
} from "./pythonImports.ts";
import { walkStatements, wordEnd } from "./pythonStatements.ts";

export const pythonReader: Reader = {
  id: "python",
  title: "Python imports",
  patterns: ["**/*.py", "**/*.pyi", "**/*.pyw"],
  languageId: "python",
  role: "code",
  read: readPython,
};

function readPython(text: string): Reading {
  const modules: ImportedModule[] = [];
  const ignores: IgnoreComment[] = [];
  const guards = trackGuards(text);
  let hasImportModule = false;

  function add(module: ImportedModule): void {
    modules.push(module);
    guards.addImport();
  }

  walkStatements(text, {
    statement(start, indentation) {
      const end = wordEnd(text, start);
      const word = text.slice(start, end);
      if (indentation !== null) guards.enter(word, end, indentation);
      if (word === "import") return readImport(text, end, add);
      if (word !== "from") return end;
      hasImportModule ||= importsImportModule(text, end);
      return readFromImport(text, end, add);
    },
    parenthesis(offset) {
      const module = readDynamicImport(text, offset, hasImportModule);
      if (module !== null) add(module);
    },
    comment(start, end) {
      const codes = readIgnoreComment(text.slice(start, end));
      if (codes !== null) ignores.push({ line: { start: lineStart(text, start), end }, codes });
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
  return { ...nothingRead, references, ignores };
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}
