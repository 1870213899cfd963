/**
 * Walks through Python source and says where statements, calls and comments are, without a syntax tree.
 * Code in an editor is mostly unfinished, and two rules find the way back: inside brackets, a line that begins with
 * a keyword which no expression can hold closes all brackets; a triple quote that nothing closes ends at its own line.
 */

import { LETTER, skipAt } from "./characters.ts";

export interface StatementVisitor {
  /**
   * A statement begins at `start`. `indentation` is its column, tabs counted to the next multiple of eight,
   * or null where it does not begin its line (behind `;` or `:`). Returns the offset from which to walk on.
   */
  statement(start: number, indentation: number | null): number;
  /** An opening parenthesis, which may be that of a call. */
  parenthesis(offset: number): void;
  /** A comment, from its `#` to the end of its line. */
  comment(start: number, end: number): void;
  /** A string from its first quote on, behind the letters that may stand before it. */
  string?(start: number, end: number): void;
}

export function walkStatements(text: string, visitor: StatementVisitor): void {
  const skipString = stringSkipper(text);
  let depth = 0;
  let position = beginLine(text.startsWith("\ufeff") ? 1 : 0);
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code >= 128 || PLAIN[code] === 1) {
      position++;
      continue;
    }
    switch (text[position]) {
      case '"':
      case "'": {
        const end = skipString(position);
        visitor.string?.(position, end);
        position = end;
        break;
      }
      case "#": {
        const end = lineEnd(text, position);
        visitor.comment(position, end);
        position = end;
        break;
      }
      case "\\":
        position = Math.max(position + 1, skipAt(CONTINUATION, text, position));
        break;
      case "(":
        visitor.parenthesis(position);
        depth++;
        position++;
        break;
      case "[":
      case "{":
        depth++;
        position++;
        break;
      case ")":
      case "]":
      case "}":
        depth = Math.max(0, depth - 1);
        position++;
        break;
      case ";":
      case ":":
        position++;
        if (depth === 0) position = visitor.statement(skipSpace(text, position), null);
        break;
      default: // A line break. Of CR LF each half is one, with an empty line between them.
        position++;
        if (depth > 0 && skipAt(STATEMENT_KEYWORD, text, position) > position) depth = 0;
        if (depth === 0) position = beginLine(position);
    }
  }

  function beginLine(lineStart: number): number {
    const start = skipSpace(text, lineStart);
    return isBlank(text[start]) ? start : visitor.statement(start, columnOf(text, lineStart, start));
  }
}

/** 1 for the ASCII characters that mean nothing to the walk. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(!"\"'#\\()[]{};:\n\r".includes(String.fromCharCode(code))),
);

/** Empty lines and comments stand outside of the indentation. */
function isBlank(firstCharacter: string | undefined): boolean {
  return firstCharacter === undefined || "\r\n#".includes(firstCharacter);
}

const CONTINUATION = /\\(?:\r\n|\r|\n)/y;

/** At a line's start; `from` only follows `yield` or `raise` in an expression, which hardly anyone breaks there. */
const STATEMENT_KEYWORD = new RegExp(
  "[ \\t\\f]*(?:import|from|def|class|return|try|except|finally|while|with|raise|pass|break|continue|del|assert" +
    `|global|nonlocal|elif|async[ \\t]+(?:def|with))(?![${LETTER}_])`,
  "y",
);

const SPACE = /[ \t\f]*/y;

/** The offset behind spaces, tabs, form feeds and continued line ends. */
export function skipSpace(text: string, start: number): number {
  let end = skipAt(SPACE, text, start);
  for (let next = skipAt(CONTINUATION, text, end); next > end; next = skipAt(CONTINUATION, text, end)) {
    end = skipAt(SPACE, text, next);
  }
  return end;
}

const WORD = new RegExp(`[${LETTER}_]*`, "y");

/** The offset behind the run of letters, digits and underscores that begins at `start`. */
export function wordEnd(text: string, start: number): number {
  return skipAt(WORD, text, start);
}

const REST_OF_LINE = /[^\r\n]*/y;

function lineEnd(text: string, start: number): number {
  return skipAt(REST_OF_LINE, text, start);
}

function columnOf(text: string, lineStart: number, start: number): number {
  let column = 0;
  for (let index = lineStart; index < start; index++) {
    if (text[index] === "\t") column += 8 - (column % 8);
    else if (text[index] === " ") column++;
    else column = 0;
  }
  return column;
}

const WORD_START = new RegExp(`[${LETTER}_]`, "y");

/** A function that takes the offset of a quote and returns that behind the string. */
function stringSkipper(text: string): (start: number) => number {
  // What closes one string would close every other that is open before it: to look but once keeps the walk linear.
  const closings = { '"': -1, "'": -1 };

  return function skipString(start) {
    const quote = text[start] as '"' | "'";
    const triple = quote.repeat(3);
    if (!text.startsWith(triple, start)) return stringEnd(text, quote, start + 1);

    if (closings[quote] < start + 3) closings[quote] = closingQuotes(text, triple, start + 3);
    const behind = closings[quote] + 3;
    // Quotes with a letter right behind them open a docstring: the string before it has lost its end.
    const isClosed = behind <= text.length && skipAt(WORD_START, text, behind) === behind;
    return isClosed ? behind : lineEnd(text, start);
  };
}

const UNTIL_QUOTE = { '"': /[^"\\\r\n]*/y, "'": /[^'\\\r\n]*/y };

/** The offset behind the closing quote, or the end of the line where there is none. */
function stringEnd(text: string, quote: '"' | "'", start: number): number {
  let end = skipAt(UNTIL_QUOTE[quote], text, start);
  while (text[end] === "\\") {
    end = skipAt(UNTIL_QUOTE[quote], text, text.startsWith("\r\n", end + 1) ? end + 3 : end + 2);
  }
  return text[end] === quote ? end + 1 : Math.min(end, text.length);
}

/** The offset of the quotes that close a string whose text begins at `start`; infinite where there are none. */
function closingQuotes(text: string, triple: string, start: number): number {
  let found = text.indexOf(triple, start);
  while (found >= 0 && isEscaped(text, found, start)) found = text.indexOf(triple, found + 1);
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

function isEscaped(text: string, offset: number, start: number): boolean {
  let backslashes = 0;
  while (offset - backslashes > start && text[offset - backslashes - 1] === "\\") backslashes++;
  return backslashes % 2 === 1;
}
