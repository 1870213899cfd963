/**
 * Calls that import a module whose name is written out in them: `__import__("a")`, `importlib.import_module("a.b")`, however
 * they are spaced and bracketed.
 */

import { LETTER, skipAt } from "./characters.ts";
import { gapEnd, gapStart } from "./pythonGaps.ts";
import { type ImportedModule, isKeyword } from "./pythonImports.ts";
import { wordEnd } from "./pythonStatements.ts";

export interface ImportCalls {
  /** To be told of every comment. */
  addComment(start: number, end: number): void;
  /** To be told that the text imports the function `import_module`, so that it needs no `importlib.` before it. */
  addFunction(): void;
  /** What the call imports whose parenthesis this is; null for every other. */
  read(parenthesis: number, isInBrackets: boolean): ImportedModule | null;
}

/** The functions, with the modules that have them. */
const FUNCTIONS = [
  { name: "__import__", owners: ["builtins", "__builtins__", "importlib"] },
  { name: "import_module", owners: ["importlib"] },
] as const;

const NAME_CHARACTER = new RegExp(`[${LETTER}_]`);

export function trackImportCalls(text: string): ImportCalls {
  const commentStarts = new Map<number, number>();
  let isImported = false;

  const before = (end: number, isInBrackets: boolean) => gapStart(text, end, isInBrackets, commentStarts);

  function isCalled(parenthesis: number, isInBrackets: boolean): boolean {
    const { end, closed } = behindName(parenthesis, isInBrackets);
    const called = FUNCTIONS.find(({ name }) => text.endsWith(name, end));
    if (called === undefined) return false;
    let place = openParentheses(end - called.name.length, closed);
    const dot = before(place.start, isInBrackets || place.closed > 0) - 1;
    if (text[dot] === ".") {
      const owner = behindName(dot, isInBrackets || place.closed > 0);
      const name = called.owners.find((each) => text.endsWith(each, owner.end));
      if (name === undefined) return false;
      const ownerPlace = openParentheses(owner.end - name.length, owner.closed);
      if (ownerPlace.closed > 0) return false;
      place = openParentheses(ownerPlace.start, place.closed);
    } else if (called.name === "import_module" && !isImported) return false;
    return place.closed === 0 && beginsExpression(place.start, isInBrackets);
  }

  /** Where a name ends that is called or has an attribute, and how many parentheses are closed behind it: `((name))`. */
  function behindName(offset: number, isInBrackets: boolean): { end: number; closed: number } {
    let end = before(offset, isInBrackets);
    let closed = 0;
    for (; text[end - 1] === ")"; closed++) end = before(end - 1, true);
    return { end, closed };
  }

  /** Where those parentheses are opened, and how many are not opened right before the name. */
  function openParentheses(nameStart: number, closed: number): { start: number; closed: number } {
    let start = nameStart;
    for (let left = closed; left > 0; left--) {
      const behind = before(start, true);
      if (text[behind - 1] !== "(") return { start, closed: left };
      start = behind - 1;
    }
    return { start, closed: 0 };
  }

  /** Whether what begins there is no end of a longer or a dotted name, and no argument: `f(__import__)("a")`. */
  function beginsExpression(start: number, isInBrackets: boolean): boolean {
    const end = before(start, isInBrackets);
    if (text[start] !== "(") return !continuesName(start) && text[end - 1] !== ".";
    let word = end;
    while (continuesName(word)) word--;
    return word === end ? !/[)\]}"']/.test(text.charAt(end - 1)) : isKeyword(text.slice(word, end));
  }

  function continuesName(start: number): boolean {
    return start > 0 && NAME_CHARACTER.test(text[start - 1]!);
  }

  return {
    addComment: (start, end) => {
      commentStarts.set(end, start);
    },
    addFunction: () => {
      isImported = true;
    },
    read: (parenthesis, isInBrackets) =>
      isCalled(parenthesis, isInBrackets) ? readArgument(text, parenthesis) : null,
  };
}

const IDENTIFIER = `(?!\\d)[${LETTER}_]+`;
const LITERAL = new RegExp(
  `(?:[rRuUfF]|[rR][fF]|[fF][rR])?("""|'''|"|')(${IDENTIFIER})((?:\\.${IDENTIFIER}){0,99})\\1`,
  "dy",
);
/** With no parentheses but empty ones: such a value holds no call that would be read again from its own. */
const OTHER_VALUE = /(?:[^()"',#\\]|\(\)|"[^"\\\r\n]*"|'[^'\\\r\n]*')*/y;

/** The first argument, or that with the `name` of the parameter. */
function readArgument(text: string, parenthesis: number): ImportedModule | null {
  let position = gapEnd(text, parenthesis + 1);
  for (let name = keyword(position); name !== null; name = keyword(position)) {
    position = gapEnd(text, name.end);
    if (name.word === "name") break;
    position = skipAt(OTHER_VALUE, text, position);
    if (text[position] !== ",") return null;
    position = gapEnd(text, position + 1);
  }
  let opened = 0;
  for (; text[position] === "("; opened++) position = gapEnd(text, position + 1);
  LITERAL.lastIndex = position;
  const match = LITERAL.exec(text);
  if (match === null) return null;
  position = gapEnd(text, LITERAL.lastIndex);
  for (; opened > 0 && text[position] === ")"; opened--) position = gapEnd(text, position + 1);
  if (opened > 0 || !/[,)]/.test(text.charAt(position))) return null;
  const [start, end] = match.indices![2]!;
  return { span: { start, end }, path: match[2]! + match[3]! };

  function keyword(start: number): { word: string; end: number } | null {
    const end = wordEnd(text, start);
    const equals = gapEnd(text, end);
    return text[equals] === "=" ? { word: text.slice(start, end), end: equals + 1 } : null;
  }
}
