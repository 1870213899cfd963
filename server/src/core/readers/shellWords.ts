/**
 * Shell text as commands and their words, for POSIX shells, PowerShell and cmd alike. What a shell would put in from
 * elsewhere (`$X`, `${X}`, `$(…)`, `{{ x }}`) stays in the word as it is written, so that nobody takes it for a name.
 * A quote that nothing closes is passed over.
 */

import type { TextSpan } from "../reference.ts";
import { skipAt } from "./characters.ts";
import { type Excerpt, excerptOf, joinPieces, type Piece } from "./excerpt.ts";

/** A word as the command gets it, without quotes. Its places are those in the text that was read. */
export interface Word extends Excerpt {
  /** The word with what separates it from the one before: deleting this leaves a valid command. Null where that is not safe. */
  readonly removal: TextSpan | null;
}

/** The words of one command as they are written, in the order of the text. */
export type WrittenCommand = readonly TextSpan[];

/** Finds the commands of a script, those in `$(…)` before the one around them. */
export function* shellCommands(script: string): Generator<WrittenCommand> {
  const skipWord = wordSkipper(script);
  const hereDocuments = hereDocumentFinder(script);
  const outer: TextSpan[][] = [];
  let words: TextSpan[] = [];
  let bodies: string[] = [];
  let position = 0;

  while (position < script.length) {
    position = skipBlanks(script, position);
    const character = script[position];
    if (character === undefined) break;
    if (character === "#") {
      position = skipAt(REST_OF_LINE, script, position);
    } else if (character === "\n" || character === "\r") {
      yield words;
      words = [];
      position++;
      for (const delimiter of bodies) position = hereDocuments.skip(delimiter, position);
      bodies = [];
    } else if (character === "<" || character === ">") {
      const isPlaceholder = skipAt(PLACEHOLDER, script, position) > position;
      position = isPlaceholder ? addWord(position) : redirect(position);
    } else if (character === ")") {
      yield words;
      words = outer.pop() ?? [];
      // What stands right behind a substitution belongs to a word that nobody knows whole.
      position = skipWord(position + 1);
    } else if (SEPARATOR.includes(character)) {
      yield words;
      words = [];
      position++;
    } else {
      position = addWord(position);
      if (script[position] === "(" && script[position - 1] === "$") {
        outer.push(words);
        words = [];
        position++;
      }
    }
  }
  yield words;
  yield* outer;

  function addWord(start: number): number {
    const end = Math.max(skipWord(start), start + 1);
    words.push({ start, end });
    return end;
  }

  function redirect(start: number): number {
    const last = words.at(-1);
    if (last?.end === start && /^\d$/.test(script.slice(last.start, last.end))) words.pop();
    const operatorEnd = skipAt(REDIRECTION, script, start);
    const target = skipBlanks(script, operatorEnd);
    const targetEnd = skipWord(target);
    if (script.startsWith("<<", start) && script[start + 2] !== "<" && !runsInput(words)) {
      bodies.push(script.slice(target, targetEnd).replace(/["'\\]/g, ""));
    }
    return targetEnd;
  }

  /** `bash <<EOF` and Docker's `RUN <<EOF` run what follows; for every other command it is mere text. */
  function runsInput(command: readonly TextSpan[]): boolean {
    const beginning = command.slice(0, 20).map(({ start, end }) => script.slice(start, end));
    return beginning.every((word) => word.startsWith("-")) || beginning.some(isShell);
  }
}

/** Whether a command runs scripts of the kind that is read here. */
export function isShell(command: string): boolean {
  return /(?:^|[\\/])(?:(?:ba|z|da|k)?sh|ssh)$/.test(command);
}

/** Takes quotes and escapes off the words of a command. */
export function readWords(script: string, command: WrittenCommand): Word[] {
  return command.map((span, index) => {
    const previous = command[index - 1];
    const isApart = previous !== undefined && skipBlanks(script, previous.end) === span.start;
    // `requests>=2` without quotes is a word and a redirection, which would stay behind.
    const isSafe = isApart && !"<>".includes(script.charAt(span.end) || " ");
    const removal = isSafe ? { start: previous.end, end: span.end } : null;
    const written = excerptOf(script, span);
    const isPlain = !/["'\\]/.test(written.text);
    const { text, locate } = isPlain ? written : joinPieces(piecesOf(written.text, span.start));
    return { text, locate, removal };
  });
}

const REST_OF_LINE = /[^\r\n]*/y;
const SEPARATOR = ";&|(";
const REDIRECTION = />>|>\||>&|<<<|<<-|<<|<&|<>|[<>]/y;
/** `<package>`, as documentation writes what the reader is to put in. */
const PLACEHOLDER = /<[\w$](?:[^<>\r\n]{0,70}[^<>\s])?>/y;

const SPACES = /[ \t\f\v\xa0]*/y;
const CONTINUATION = /[\\`^](?:\r\n|\r|\n)/y;

/** The offset behind white space and continued line ends: `\` in POSIX shells, a backtick in PowerShell, `^` in cmd. */
function skipBlanks(script: string, start: number): number {
  let end = skipAt(SPACES, script, start);
  for (let next = skipAt(CONTINUATION, script, end); next > end; next = skipAt(CONTINUATION, script, end)) {
    end = skipAt(SPACES, script, next);
  }
  return end;
}

const PLAIN = /[^ \t\f\v\xa0\r\n;&|()<>"'\\${]*/y;
const SUBSTITUTION = /\$\{\{[^{}\r\n]*\}\}|\$\{[^{}\r\n]*\}|\{\{[^{}\r\n]*\}\}/y;

/** A function that takes the offset of a word and returns that behind it. */
function wordSkipper(script: string): (start: number) => number {
  const closing = closingQuoteFinder(script);

  return function skipWord(start) {
    for (let position = start; ; ) {
      position = skipAt(PLAIN, script, position);
      switch (script[position]) {
        case "'":
        case '"':
          position = (closing(position) ?? position) + 1;
          break;
        case "\\":
          // Of a continued word each part stays with the others; but a backslash at the end of the text continues nothing.
          position = Math.min(Math.max(skipAt(CONTINUATION, script, position), position + 2), script.length);
          break;
        case "$":
        case "{":
          position = Math.max(skipAt(SUBSTITUTION, script, position), position + 1);
          if (script[position] === "(" && script[position - 1] === "$") return position;
          break;
        case "<": {
          const end = skipAt(PLACEHOLDER, script, position);
          if (end === position) return position;
          position = end;
          break;
        }
        default:
          return position;
      }
    }
  };
}

const UNTIL_DOUBLE_QUOTE = /[^"\\]*/y;

/** A function that takes the offset of a quote and returns that of the one which closes it, or null. */
function closingQuoteFinder(script: string): (start: number) => number | null {
  // A search that comes to the end in vain was the last of its kind: all further quotes are escaped. So the walk is linear.
  return (start) => {
    const end = script[start] === "'" ? script.indexOf("'", start + 1) : closingDoubleQuote(start + 1);
    return end < 0 ? null : end;
  };

  function closingDoubleQuote(start: number): number {
    let end = skipAt(UNTIL_DOUBLE_QUOTE, script, start);
    while (script[end] === "\\") end = skipAt(UNTIL_DOUBLE_QUOTE, script, end + 2);
    return script[end] === '"' ? end : -1;
  }
}

/** Skips the bodies of here-documents, `<<EOF` to the line `EOF`; a body without an end is none. */
function hereDocumentFinder(script: string): { skip(delimiter: string, bodyStart: number): number } {
  let lines: Map<string, { starts: number[]; next: number }> | null = null;
  return {
    skip(delimiter, bodyStart) {
      lines ??= startsOfLines(script);
      const line = lines.get(delimiter);
      if (line === undefined) return bodyStart;
      while (line.next < line.starts.length && line.starts[line.next]! < bodyStart) line.next++;
      const start = line.starts[line.next];
      return start === undefined ? bodyStart : skipAt(REST_OF_LINE, script, start);
    },
  };
}

function startsOfLines(script: string): Map<string, { starts: number[]; next: number }> {
  const lines = new Map<string, { starts: number[]; next: number }>();
  for (const { 0: line, index } of script.matchAll(/[^\r\n]+/g)) {
    const key = line.trim();
    const known = lines.get(key);
    if (known) known.starts.push(index);
    else lines.set(key, { starts: [index], next: 0 });
  }
  return lines;
}

const UNTIL_SPECIAL = /[^"'\\]*/y;

/** What is left of a word without quotes and escapes. */
function piecesOf(word: string, offset: number): Piece[] {
  const pieces: Piece[] = [];
  const closing = closingQuoteFinder(word);
  for (let position = 0; position < word.length; ) {
    const plainEnd = skipAt(UNTIL_SPECIAL, word, position);
    // `$'…'` is a string too, and `$"…"`.
    const isMarked = word[plainEnd - 1] === "$" && "'\"".includes(word.charAt(plainEnd) || " ");
    add(position, isMarked ? plainEnd - 1 : plainEnd);
    const close = "'\"".includes(word.charAt(plainEnd)) ? closing(plainEnd) : null;
    if (plainEnd === word.length) {
      position = plainEnd;
    } else if (word[plainEnd] === "\\") {
      position = addEscaped(plainEnd, false);
    } else if (close === null) {
      position = plainEnd + 1;
    } else {
      if (word[plainEnd] === "'") add(plainEnd + 1, close);
      else addDoubleQuoted(plainEnd + 1, close);
      position = close + 1;
    }
  }
  return pieces;

  function add(start: number, end: number): number {
    if (end > start) pieces.push({ text: word.slice(start, end), offset: offset + start });
    return end;
  }

  function addDoubleQuoted(start: number, end: number): void {
    for (let position = start; position < end; ) {
      const plainEnd = Math.min(skipAt(UNTIL_DOUBLE_QUOTE, word, position), end);
      add(position, plainEnd);
      position = plainEnd < end ? addEscaped(plainEnd, true) : end;
    }
  }

  /** Between double quotes a backslash only escapes what would mean something there. */
  function addEscaped(backslash: number, isQuoted: boolean): number {
    const behind = skipAt(CONTINUATION, word, backslash);
    if (behind > backslash) return behind;
    const isEscape = !isQuoted || '"\\$`'.includes(word.charAt(backslash + 1));
    return add(isEscape ? backslash + 1 : backslash, Math.min(backslash + 2, word.length));
  }
}
