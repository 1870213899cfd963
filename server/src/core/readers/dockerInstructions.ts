/** A Dockerfile's instructions, each with its continued lines and the documents that belong to it. */

import { skipAt } from "./characters.ts";
import { type Excerpt, joinPieces, type Piece, partOf } from "./excerpt.ts";
import { doubleQuoteEnd, singleQuoteEnd } from "./shellQuotes.ts";

export interface Instruction {
  /** In capital letters. `ONBUILD` is left out: what stands behind it is the instruction. */
  readonly keyword: string;
  /** What stands behind the keyword. A continued line ends in `\` and a line feed, as a shell has it. */
  readonly rest: Excerpt;
}

/** Continued lines go on behind comments and empty lines, as Docker has it. */
export function* instructions(text: string): Generator<Instruction> {
  const mark = continuationMark(text);
  let pieces: Piece[] = [];
  let documents: Document[] = [];
  for (const { 0: line, index } of text.matchAll(LINES)) {
    if (documents.length > 0) {
      pieces.push({ text: line, offset: index });
      if (endsDocument(line, documents[0]!)) documents.shift();
      if (documents.length > 0) continue;
    } else {
      if (COMMENT_OR_BLANK.test(line)) continue;
      const end = contentEnd(line);
      if (isContinued(line, end, mark)) {
        pieces.push({ text: line.slice(0, end - 1), offset: index });
        pieces.push({ text: "\\\n", offset: index + end - 1, length: line.length - end + 1 });
        continue;
      }
      pieces.push({ text: line, offset: index });
      documents = documentsOf(instructionOf(joinPieces(pieces)));
      if (documents.length > 0) continue;
    }
    yield instructionOf(joinPieces(pieces));
    pieces = [];
  }
  yield instructionOf(joinPieces(pieces));
}

const LINES = /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g;
const COMMENT_OR_BLANK = /^[ \t]*(?:#|[\r\n]|$)/;
const DIRECTIVE = /\ufeff?#[ \t]*([a-z][a-z\d]*)[ \t]*=([^\r\n]*)(?:\r\n|\r|\n|$)/iy;

/** What continues a line: the parser directives at the very beginning of a file may say so. */
function continuationMark(text: string): string {
  let position = 0;
  for (;;) {
    DIRECTIVE.lastIndex = position;
    const match = DIRECTIVE.exec(text);
    if (match === null) return "\\";
    if (match[1]!.toLowerCase() === "escape") return match[2]!.trim() === "`" ? "`" : "\\";
    position = DIRECTIVE.lastIndex;
  }
}

/** Docker passes over blanks behind the character that continues a line, which a shell does not. */
function contentEnd(line: string): number {
  let end = line.length;
  while (end > 0 && " \t\r\n".includes(line[end - 1]!)) end--;
  return end;
}

/** Two of the characters side by side are no continuation. */
function isContinued(line: string, end: number, mark: string): boolean {
  return line[end - 1] === mark && line[end - 2] !== mark;
}

const KEYWORD = /^(?:[ \t]|\\\n)*([a-z](?:[a-z]|\\\n)*)/i;

function instructionOf(written: Excerpt): Instruction {
  const instruction = withoutKeyword(written);
  return instruction.keyword === "ONBUILD" ? withoutKeyword(instruction.rest) : instruction;
}

function withoutKeyword(written: Excerpt): Instruction {
  const match = KEYWORD.exec(written.text);
  const keyword = (match?.[1] ?? "").replaceAll("\\\n", "").toUpperCase();
  return { keyword, rest: partOf(written, { start: match?.[0].length ?? 0, end: written.text.length }) };
}

interface Document {
  readonly delimiter: string;
  readonly stripsTabs: boolean;
}

const WITH_DOCUMENTS: ReadonlySet<string> = new Set(["RUN", "COPY", "ADD"]);
const DOCUMENT = /^\d*<<(-?)([^<]+)$/;

/** The documents whose bodies follow an instruction: words of it that are `<<EOF` and nothing else. */
function documentsOf({ keyword, rest }: Instruction): Document[] {
  if (!WITH_DOCUMENTS.has(keyword)) return [];
  return [...wordsOf(rest.text)].flatMap((word) => {
    const [, tabs, delimiter] = DOCUMENT.exec(word.replaceAll("\\\n", "")) ?? [];
    return delimiter === undefined
      ? []
      : { delimiter: delimiter.replace(/["'\\]/g, ""), stripsTabs: tabs === "-" };
  });
}

function endsDocument(line: string, { delimiter, stripsTabs }: Document): boolean {
  const content = line.replace(/[\r\n]/g, "");
  return (stripsTabs ? content.replace(/^\t+/, "") : content) === delimiter;
}

/** Words with their quotes, which hold white space together. */
function* wordsOf(text: string): Generator<string> {
  let start = 0;
  for (let position = 0; position < text.length; ) {
    position = skipAt(PLAIN, text, position);
    const character = text[position];
    if (character === "\\") position += 2;
    else if (character === '"') position = (doubleQuoteEnd(text, position, text.length) ?? position) + 1;
    else if (character === "'") position = (singleQuoteEnd(text, position, text.length) ?? position) + 1;
    else {
      yield text.slice(start, position);
      start = ++position;
    }
  }
  yield text.slice(start);
}

const PLAIN = /[^\s"'\\]*/y;
