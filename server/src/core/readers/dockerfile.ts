/** Dockerfiles and Containerfiles: what their `RUN` instructions install. */

import type { Reading } from "../reference.ts";
import { combineReadings, type Excerpt, excerptOf, joinPieces, type Piece, relocate } from "./excerpt.ts";
import { readIgnoredLines } from "./ignoredLines.ts";
import { readInstallCommand, readInstallCommands } from "./installCommands.ts";
import { readJson } from "./json.ts";
import { excerptOfText, itemsOf } from "./writtenValues.ts";

export function readDockerfile(text: string): Reading {
  const readings = [...instructions(text)].map(readInstruction);
  return { ...combineReadings(readings), ignores: readIgnoredLines(text) };
}

const RUN = /^[ \t]*(?:ONBUILD[ \t]+)?RUN(?=[ \t\\`])/i;
const EXEC_FORM = /^[ \t\r\n]*\[\s*"/;

function readInstruction(instruction: Excerpt): Reading {
  const keyword = RUN.exec(instruction.text)?.[0];
  if (keyword === undefined) return combineReadings([]);
  const command = instruction.text.slice(keyword.length);
  // Blanks in the keyword's place keep every offset.
  const padded = " ".repeat(keyword.length) + command;
  const reading = EXEC_FORM.test(command) ? readExecForm(padded) : readInstallCommands(padded);
  return relocate(reading, instruction);
}

/** `["pip", "install", "x"]`: the words as they are, without a shell. */
function readExecForm(command: string): Reading {
  const words = itemsOf(readJson(command));
  return readInstallCommand(words.map((word) => ({ ...excerptOfText(word), removal: null })));
}

/** The instructions of a file, whose continued lines go on behind comments and empty lines, as Docker has it. */
function* instructions(text: string): Generator<Excerpt> {
  const isContinued = ESCAPE_DIRECTIVE.test(text) ? /`[ \t]*$/ : /\\[ \t]*$/;
  let pieces: Piece[] = [];
  let end: string | undefined;
  for (const { 0: line, index } of text.matchAll(LINES)) {
    const content = line.trimEnd();
    const isBody = end !== undefined;
    if (!isBody && COMMENT_OR_BLANK.test(content)) continue;
    if (!isBody && isContinued.test(content)) {
      // Docker passes over blanks behind the backslash, which a shell does not.
      pieces.push(...withoutBlanks(line, content.length, index));
      continue;
    }
    pieces.push({ text: line, offset: index });
    if (isBody && content.trim() !== end) continue;
    end = isBody ? undefined : HERE_DOCUMENT.exec(content)?.[1];
    if (end !== undefined) continue;
    yield pieces.length === 1
      ? excerptOf(text, { start: index, end: index + line.length })
      : joinPieces(pieces);
    pieces = [];
  }
  yield joinPieces(pieces);
}

/** The line up to its continuation, and its line break. */
function withoutBlanks(line: string, length: number, offset: number): Piece[] {
  const lineBreak = ["\r\n", "\r", "\n"].find((each) => line.endsWith(each)) ?? "";
  const start = line.length - lineBreak.length;
  if (start === length) return [{ text: line, offset }];
  return [
    { text: line.slice(0, length), offset },
    { text: lineBreak, offset: offset + start },
  ];
}

const LINES = /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g;
const ESCAPE_DIRECTIVE = /^#[ \t]*escape[ \t]*=[ \t]*`/im;
const COMMENT_OR_BLANK = /^[ \t]*(?:#|$)/;
const HERE_DOCUMENT = /<<-?[ \t]*["']?(\w+)["']?/;
