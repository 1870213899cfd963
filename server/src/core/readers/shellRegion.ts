/**
 * Reads a stretch of shell text, step by step and on a stack of our own, since a file can nest deeper than calls can be.
 * A quote that nothing closes is passed over.
 */

import type { TextSpan } from "../reference.ts";
import { skipAt } from "./characters.ts";
import type { HereDocument } from "./hereDocuments.ts";
import { skipBlanks } from "./shellDialect.ts";
import {
  addWord,
  type Nesting,
  newCommands,
  type OpenCommands,
  ownerOf,
  type Pipeline,
  takeCommand,
  type WrittenCommand,
  type WrittenWord,
} from "./shellNesting.ts";
import { doubleQuoteEnd, escapedQuoteEnd, singleQuoteEnd } from "./shellQuotes.ts";
import type { ShellRegion, ShellText } from "./shellWords.ts";
import { isShell, wordText } from "./shellWordText.ts";

interface PendingDocument {
  readonly document: HereDocument;
  readonly start: number;
  readonly pipeline: Pipeline;
}

export function readShellRegion(
  { script, dialect, findBody, arithmeticEnd, readLater }: ShellText,
  { start, end, pipeline }: ShellRegion,
  add: (command: WrittenCommand) => void,
): void {
  let position = start;
  /** Whether a quote was met that nothing closes: half-typed text, in which quotes are taken without what nests in them. */
  let isTorn = false;
  let documents: PendingDocument[] = [];
  const stack: Nesting[] = [pipeline.isRun ? newCommands(null, null) : { kind: "text", owner: null }];

  for (;;) {
    while (position < end) step(stack.at(-1)!);
    const torn = stack.find((open) => open.kind === "quotes");
    if (torn === undefined) break;
    isTorn = true;
    position = torn.start + 1;
    stack.length = stack.indexOf(torn);
    documents = documents.filter((document) => document.start < position);
  }
  position = end;
  for (const open of stack.reverse()) {
    if (open.kind === "commands") endCommands(open);
  }

  function step(top: Nesting): void {
    if (top.kind === "commands") {
      if (top.word === null) stepBetweenWords(top);
      else stepInWord(top);
    } else if (top.kind === "quotes") stepInQuotes(top);
    else if (top.kind === "braces") stepInBraces(top);
    else stepInText(top);
  }

  function stepBetweenWords(top: OpenCommands): void {
    position = skipBlanks(dialect, script, position);
    if (position >= end) return;
    const character = script[position]!;
    if (character === "#") position = skipAt(REST_OF_LINE, script, position);
    else if (character === "\n" || character === "\r") endLine(top);
    else if (character === ")") closeParenthesis(top);
    else if (character === "(") openParenthesis(top);
    else if ("<>&".includes(character) && isRedirection()) redirect(top);
    else if (";&|".includes(character)) separate(top);
    else top.word = { start: position, substitutions: [] };
  }

  function isRedirection(): boolean {
    const isPlaceholder =
      dialect.placeholder !== null && skipAt(dialect.placeholder, script, position) > position;
    return !isPlaceholder && skipAt(REDIRECTION, script, position) > position;
  }

  function redirect(top: OpenCommands): void {
    const last = top.words.at(-1);
    if (last?.end === position && /^\d+$/.test(script.slice(last.start, last.end))) top.words.pop();
    if (script[position + 1] === "(") {
      // `<(…)` is a word: the name of a file that the commands write.
      top.word = { start: position, substitutions: [] };
      openSubstitution(top, position + 2);
      return;
    }
    const operator = position;
    position = skipAt(REDIRECTION, script, position);
    top.redirection = script.slice(operator, position);
  }

  function separate(top: OpenCommands): void {
    endCommand(top);
    const [operator = ""] = /^(?:\|\||\|&|.)/.exec(script.slice(position, position + 2)) ?? [];
    position += operator.length;
    top.isPiped = operator === "|" || operator === "|&";
    if (!top.isPiped) top.pipeline = { isRun: false };
  }

  function endLine(top: OpenCommands): void {
    endCommand(top);
    if (!top.isPiped) top.pipeline = { isRun: false };
    position++;
    for (const { document, pipeline } of documents) {
      const body = findBody(document, position);
      if (body === null || body.behind > end) continue;
      readLater({ start: body.start, end: body.end, pipeline, isExpanded: !document.isQuoted });
      position = body.behind;
    }
    documents = [];
  }

  function endCommand(commands: OpenCommands): void {
    if (commands.word !== null) endWord(commands);
    const words = takeCommand(commands);
    if (words.length === 0) return;
    add(words);
    if (words.slice(0, 20).some((word) => isShell(script.slice(word.start, word.end))))
      commands.pipeline.isRun = true;
  }

  function endWord(commands: OpenCommands): void {
    const word: WrittenWord = { ...commands.word!, end: Math.min(position, end) };
    const { redirection } = commands;
    commands.word = null;
    commands.redirection = null;
    if (redirection === null) addWord(commands, word, script.slice(word.start, word.end));
    else if (/^<<-?$/.test(redirection) && documents.length < MOST_DOCUMENTS)
      documents.push({
        document: {
          delimiter: wordText(script, word, dialect).text,
          isQuoted: /["'\\]/.test(script.slice(word.start, word.end)),
          stripsTabs: redirection === "<<-",
        },
        start: word.start,
        pipeline: commands.pipeline,
      });
  }

  function openParenthesis(top: OpenCommands): void {
    endCommand(top);
    const isDouble = script[position + 1] === "(";
    if (isDouble && passArithmetic(position)) return;
    // What is no arithmetic is two parentheses, the second of which begins none either.
    for (let opened = isDouble ? 2 : 1; opened > 0; opened--) {
      stack.push(newCommands(null, null));
      position++;
    }
  }

  function closeParenthesis(top: OpenCommands): void {
    endCommand(top);
    position++;
    if (top.cases > 0 || stack.length === 1) return;
    stack.pop();
    endCommands(top);
  }

  function endCommands(top: OpenCommands): void {
    endCommand(top);
    if (top.substitution !== null)
      top.owner?.word?.substitutions.push({ start: top.substitution, end: position });
  }

  function openSubstitution(owner: OpenCommands | null, behind: number): void {
    stack.push(newCommands(owner, position));
    position = behind;
  }

  /** Passes over `((…))`, of which only the substitutions are read. */
  function passArithmetic(parentheses: number): TextSpan | null {
    const inner = arithmeticEnd(parentheses);
    if (inner === null || inner + 2 > end) return null;
    readLater({ start: parentheses + 2, end: inner, pipeline: { isRun: false }, isExpanded: true });
    const passed = { start: position, end: inner + 2 };
    position = passed.end;
    return passed;
  }

  function stepInWord(top: OpenCommands): void {
    position = skipAt(dialect.plain, script, position);
    switch (script[position]) {
      case "'":
        passSingleQuotes();
        break;
      case '"':
        openQuotes(top);
        break;
      case "\\":
        // Of a continued word each part stays with the others.
        position = Math.max(skipAt(dialect.continuation, script, position), position + 2);
        break;
      case "$":
        passDollar(top, false);
        break;
      case "{":
        position = Math.max(skipAt(TEMPLATE, script, position), position + 1);
        break;
      case "<":
        if (isRedirection()) endWord(top);
        else position = skipAt(dialect.placeholder!, script, position);
        break;
      default:
        endWord(top);
    }
  }

  function stepInQuotes(top: Nesting): void {
    position = skipAt(UNTIL_MARK_IN_QUOTES, script, position);
    if (script[position] === "$") passDollar(top, true);
    else if (script[position] === "\\") position += 2;
    else if (position < end) {
      stack.pop();
      position++;
    }
  }

  function stepInBraces(top: Nesting & { readonly kind: "braces" }): void {
    position = skipAt(UNTIL_MARK_IN_BRACES, script, position);
    switch (script[position]) {
      case "}":
        stack.pop();
        position++;
        break;
      case '"':
        openQuotes(top);
        break;
      case "'":
        if (top.isQuoted) position++;
        else passSingleQuotes();
        break;
      case "\\":
        position += 2;
        break;
      case "$":
        passDollar(top, top.isQuoted);
        break;
      default:
        // The line ends: nobody has closed them yet.
        stack.pop();
    }
  }

  function stepInText(top: Nesting): void {
    position = skipAt(UNTIL_MARK_IN_TEXT, script, position);
    if (script[position] === "$") passDollar(top, true);
    else position += script[position] === "\\" ? 2 : 1;
  }

  function passSingleQuotes(): void {
    position = (singleQuoteEnd(script, position, end) ?? position) + 1;
  }

  function openQuotes(top: Nesting): void {
    if (isTorn) position = doubleQuoteEnd(script, position, end) ?? position;
    else stack.push({ kind: "quotes", start: position, owner: ownerOf(top) });
    position++;
  }

  function passDollar(top: Nesting, isQuoted: boolean): void {
    const owner = ownerOf(top);
    const behindTemplate = skipAt(TEMPLATE, script, position);
    if (behindTemplate > position) position = behindTemplate;
    else if (script.startsWith("$(", position)) {
      const passed = script[position + 2] === "(" ? passArithmetic(position + 1) : null;
      if (passed === null) openSubstitution(owner, position + 2);
      else owner?.word?.substitutions.push(passed);
    } else if (script.startsWith("${", position)) {
      stack.push({ kind: "braces", isQuoted, owner });
      position += 2;
    } else if (script.startsWith("$'", position) && !isQuoted) {
      position = (escapedQuoteEnd(script, position + 1, end) ?? position + 1) + 1;
    } else position++;
  }
}

/** As many as bash takes for one line. */
const MOST_DOCUMENTS = 16;

const REST_OF_LINE = /[^\r\n]*/y;
const REDIRECTION = /&>>?|>>|>\||>&|<<<|<<-|<<|<&|<>|[<>]/y;
const TEMPLATE = /\$\{\{[^{}\r\n]*\}\}|\{\{[^{}\r\n]*\}\}/y;
const UNTIL_MARK_IN_QUOTES = /[^"\\$]*/y;
const UNTIL_MARK_IN_BRACES = /[^}"'\\$\r\n]*/y;
/** Up to the end of the line or of arithmetic, so that many small texts in one file are not each read to its end. */
const UNTIL_MARK_IN_TEXT = /[^\\$)\r\n]*/y;
