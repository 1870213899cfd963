/**
 * Walks through Python source and says where statements, calls and comments are, without a syntax tree.
 * Code in an editor is mostly unfinished, and two rules find the way back: inside brackets, a line that begins with
 * a keyword which no expression can hold closes all brackets; a triple quote that nothing closes ends at its own line.
 */

import { LETTER, skipAt } from "./characters.ts";
import { formattedStringEnd, isFormatted } from "./pythonFormatted.ts";

export interface StatementVisitor {
  /**
   * A statement begins at `start`. `indentation` is its column, tabs counted to the next multiple of eight,
   * or null where it does not begin its line (behind `;` or `:`). Returns the offset from which to walk on.
   */
  statement(start: number, indentation: number | null): number;
  /** An opening parenthesis, which may be that of a call; whether it stands in brackets itself. */
  parenthesis(offset: number, isInBrackets: boolean): void;
  /** A comment, from its `#` to the end of its line. */
  comment(start: number, end: number): void;
  /** A string from its first quote on, behind the letters that may stand before it. */
  string?(start: number, end: number): void;
}

export function walkStatements(text: string, visitor: StatementVisitor): void {
  const closings: Closings = { '"': -1, "'": -1, isBroken: false };
  let depth = 0;
  let position = beginLine(text, text.startsWith("\ufeff") ? 1 : 0, visitor);
  while (position < text.length) {
    const code = text.charCodeAt(position);
    switch (code < 128 ? KIND_OF[code] : PLAIN) {
      case PLAIN:
        position++;
        break;
      case QUOTE: {
        const end = stringEnd(text, position, closings);
        visitor.string?.(position, end);
        position = end;
        break;
      }
      case COMMENT: {
        const end = lineEnd(text, position);
        visitor.comment(position, end);
        position = end;
        break;
      }
      case ESCAPE:
        position = Math.max(position + 1, skipAt(CONTINUATION, text, position));
        break;
      case PARENTHESIS:
        visitor.parenthesis(position, depth > 0);
        depth++;
        position++;
        break;
      case OPENING:
        depth++;
        position++;
        break;
      case CLOSING:
        if (depth > 0) depth--;
        position++;
        break;
      case STATEMENT_END:
        position++;
        if (depth === 0) position = visitor.statement(skipSpace(text, position), null);
        break;
      default: // A line break. Of CR LF each half is one, with an empty line between them.
        position++;
        if (depth > 0 && skipAt(STATEMENT_KEYWORD, text, position) > position) depth = 0;
        if (depth === 0) position = beginLine(text, position, visitor);
    }
  }
}

function beginLine(text: string, lineStart: number, visitor: StatementVisitor): number {
  const start = skipSpace(text, lineStart);
  return isBlank(text, start) ? start : visitor.statement(start, columnOf(text, lineStart, start));
}

// Every character of every file comes by here. Numbers and one table make that several times as fast as texts and sets.
const PLAIN = 0;
const QUOTE = 1;
const COMMENT = 2;
const ESCAPE = 3;
const PARENTHESIS = 4;
const OPENING = 5;
const CLOSING = 6;
const STATEMENT_END = 7;
const LINE_BREAK = 8;

/** What the ASCII characters mean to the walk; those beyond mean nothing. */
const KIND_OF = kindsOf([
  [QUOTE, "\"'"],
  [COMMENT, "#"],
  [ESCAPE, "\\"],
  [PARENTHESIS, "("],
  [OPENING, "[{"],
  [CLOSING, ")]}"],
  [STATEMENT_END, ";:"],
  [LINE_BREAK, "\n\r"],
]);

function kindsOf(kinds: readonly (readonly [kind: number, characters: string])[]): Uint8Array {
  const table = new Uint8Array(128).fill(PLAIN);
  for (const [kind, characters] of kinds) {
    for (const character of characters) table[character.charCodeAt(0)] = kind;
  }
  return table;
}

/** Empty lines and comments stand outside of the indentation. */
function isBlank(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  return code === LF || code === CR || code === HASH;
}

const TAB = 9;
const LF = 10;
const FORM_FEED = 12;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const BACKSLASH = 92;

const CONTINUATION = /\\(?:\r\n|\r|\n)/y;

/** At a line's start; `from` only follows `yield` or `raise` in an expression, which hardly anyone breaks there. */
const STATEMENT_KEYWORD = new RegExp(
  "[ \\t\\f]*(?:import|from|def|class|return|try|except|finally|while|with|raise|pass|break|continue|del|assert" +
    `|global|nonlocal|elif|async[ \\t]+(?:def|with))(?![${LETTER}_])`,
  "y",
);

/** The offset behind spaces, tabs, form feeds and continued line ends. */
export function skipSpace(text: string, start: number): number {
  for (let end = start; ; ) {
    const code = text.charCodeAt(end);
    if (code === SPACE || code === TAB || code === FORM_FEED) {
      end++;
      continue;
    }
    const next = code === BACKSLASH ? skipAt(CONTINUATION, text, end) : end;
    if (next === end) return end;
    end = next;
  }
}

const WORD = new RegExp(`[${LETTER}_]*`, "y");

/** The offset behind the run of letters, digits and underscores that begins at `start`. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (IS_WORD[text.charCodeAt(end)] === 1) end++;
  // Hardly a word has other characters than those of ASCII, for which a table is several times as fast.
  return text.charCodeAt(end) < 128 ? end : skipAt(WORD, text, end);
}

const IS_WORD = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0));

const REST_OF_LINE = /[^\r\n]*/y;

function lineEnd(text: string, start: number): number {
  return skipAt(REST_OF_LINE, text, start);
}

function columnOf(text: string, lineStart: number, start: number): number {
  let column = 0;
  for (let index = lineStart; index < start; index++) {
    const code = text.charCodeAt(index);
    if (code === SPACE) column++;
    else if (code === TAB) column += 8 - (column % 8);
    else column = 0;
  }
  return column;
}

/**
 * Where a string that is open closes at the latest: the offsets of the triple quotes that were found last. And whether the
 * end of a formatted string was looked for in vain, so that this is no source that runs: to look but once keeps the walk linear.
 */
type Closings = Record<'"' | "'", number> & { isBroken: boolean };

/** The offset behind the string that begins with the quote at `start`. */
function stringEnd(text: string, start: number, closings: Closings): number {
  const quote = text.charCodeAt(start);
  const isTriple = text.charCodeAt(start + 1) === quote && text.charCodeAt(start + 2) === quote;
  if (!closings.isBroken && isFormatted(text, start)) {
    const end = formattedStringEnd(text, start, text.slice(start, start + (isTriple ? 3 : 1)));
    if (end >= 0) return end;
    closings.isBroken = true;
  }
  return isTriple ? tripleStringEnd(text, start, closings) : lineStringEnd(text, start + 1, quote);
}

/** The offset behind the closing quote, or the end of the line where there is none. */
function lineStringEnd(text: string, start: number, quote: number): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === quote) return end + 1;
    if (code === LF || code === CR) return end;
    if (code === BACKSLASH) end += text.startsWith("\r\n", end + 1) ? 3 : 2;
    else end++;
  }
  return text.length;
}

const WORD_START = new RegExp(`[${LETTER}_]`, "y");
/** What Python takes right behind a string: a keyword that goes on with the expression or follows it, the next string's letters. */
const CONTINUED_BY_WORD = new RegExp(
  `(?:(?:and|as|async|else|for|from|i[fns]|not|or)(?![${LETTER}_])|[bBfFrRtTuU]{1,2}["'])`,
  "y",
);

function tripleStringEnd(text: string, start: number, closings: Closings): number {
  const quote = text[start] as '"' | "'";
  // What closes one string would close every other that is open before it: to look but once keeps the walk linear.
  if (closings[quote] < start + 3) closings[quote] = closingQuotes(text, quote.repeat(3), start + 3);
  const behind = closings[quote] + 3;
  if (behind > text.length) return lineEnd(text, start);
  // Quotes with another word right behind them open a docstring: the string before it has lost its end.
  const opensText =
    skipAt(WORD_START, text, behind) > behind && skipAt(CONTINUED_BY_WORD, text, behind) === behind;
  return opensText ? lineEnd(text, start) : behind;
}

/** The offset of the quotes that close a string whose text begins at `start`; infinite where there are none. */
function closingQuotes(text: string, triple: string, start: number): number {
  let found = text.indexOf(triple, start);
  while (isEscaped(text, found)) found = text.indexOf(triple, found + 1);
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0;
  while (text[offset - backslashes - 1] === "\\") backslashes++;
  return backslashes % 2 === 1;
}
