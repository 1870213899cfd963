/**
 * What a command gets of a word: the text without quotes and escapes. What a shell would put in from elsewhere (`$X`,
 * `${X}`, `{{ x }}`) stays as it is written, and `$(…)` becomes a `$`, so that nobody takes it for a name.
 */

import type { TextSpan } from "../reference.ts";
import { skipAt } from "./characters.ts";
import { type Excerpt, excerptOf, joinPieces, type Piece } from "./excerpt.ts";
import { type ShellDialect, skipBlanks } from "./shellDialect.ts";
import type { WrittenCommand, WrittenWord } from "./shellNesting.ts";
import { escapedQuoteEnd, singleQuoteEnd } from "./shellQuotes.ts";

/** A word as the command gets it. Its places are those in the text that was read. */
export interface Word extends Excerpt {
  /** The word with what separates it from the one before: deleting this leaves a valid command. Null where that is not safe. */
  readonly removal: TextSpan | null;
}

/** Whether a command runs scripts of the kind that is read here. */
export function isShell(command: string): boolean {
  return /(?:^|[\\/])(?:(?:ba|z|da|k)?sh|ssh)$/.test(command);
}

/** Takes quotes and escapes off the words of a command. */
export function readWords(script: string, command: WrittenCommand, dialect: ShellDialect): Word[] {
  return command.map((word, index) => {
    const previous = command[index - 1];
    const isApart = previous !== undefined && skipBlanks(dialect, script, previous.end) === word.start;
    // `requests>=2` without quotes is a word and a redirection, which would stay behind.
    const isSafe = isApart && !"<>".includes(script.charAt(word.end) || " ");
    const removal = isSafe ? { start: previous.end, end: word.end } : null;
    const { text, locate } = wordText(script, word, dialect);
    return { text, locate, removal };
  });
}

/** What is left of a word without quotes and escapes. */
export function wordText(script: string, word: WrittenWord, { continuation }: ShellDialect): Excerpt {
  const { start, end, substitutions } = word;
  const written = excerptOf(script, word);
  if (substitutions.length === 0 && !/["'\\]/.test(written.text)) return written;

  const pieces: Piece[] = [];
  let position = start;
  let isQuoted = false;
  let passed = 0;
  while (position < end) {
    position = add(position, skipAt(isQuoted ? UNTIL_MARK_IN_QUOTES : UNTIL_MARK, script, position));
    const substitution = substitutions[passed];
    if (substitution?.start === position) {
      pieces.push({ text: "$", offset: position, length: substitution.end - position });
      position = substitution.end;
      passed++;
    } else if (position < end) addMarked(script[position]!);
  }
  return joinPieces(pieces);

  function add(from: number, to: number): number {
    const until = Math.min(to, end);
    if (until > from) pieces.push({ text: script.slice(from, until), offset: from });
    return until;
  }

  function addMarked(mark: string): void {
    if (mark === '"') {
      isQuoted = !isQuoted;
      position++;
    } else if (mark === "\\") addEscaped();
    else if (mark === "'") addSingleQuoted();
    else if (mark === "$" && !isQuoted && script[position + 1] === "'") addEscapedQuoted();
    // `$"…"` is a string like any other.
    else if (mark === "$" && !isQuoted && script[position + 1] === '"') position++;
    else position = add(position, position + 1);
  }

  /** Between double quotes a backslash only escapes what would mean something there. */
  function addEscaped(): void {
    const behind = skipAt(continuation, script, position);
    const isEscape = !isQuoted || '"\\$`'.includes(script.charAt(position + 1));
    if (behind > position) position = behind;
    else position = add(isEscape ? position + 1 : position, position + 2);
  }

  function addSingleQuoted(): void {
    const close = singleQuoteEnd(script, position, end);
    if (close !== null) add(position + 1, close);
    position = (close ?? position) + 1;
  }

  /** `$'…'`: of its escapes only those of a quote and of a backslash are followed. */
  function addEscapedQuoted(): void {
    const close = escapedQuoteEnd(script, position + 1, end);
    position += 2;
    while (close !== null && position < close) {
      position = add(position, Math.min(skipAt(UNTIL_BACKSLASH, script, position), close));
      if (position < close)
        position = add(/[\\'"?]/.test(script[position + 1]!) ? position + 1 : position, position + 2);
    }
    if (close !== null) position = close + 1;
  }
}

const UNTIL_MARK = /[^"'\\$<>]*/y;
const UNTIL_MARK_IN_QUOTES = /[^"\\$<>]*/y;
const UNTIL_BACKSLASH = /[^\\]*/y;
