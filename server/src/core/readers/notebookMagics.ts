/** What notebooks add to Python: lines and whole cells for a shell, `!pip install x`, `%pip install x`, `%%bash`. */

import { nothingRead, type Reading } from "../reference.ts";
import { skipAt } from "./characters.ts";
import { excerptOf, relocate } from "./excerpt.ts";
import { readInstallCommands } from "./installCommands.ts";
import type { CommandText } from "./shellDialect.ts";

const CELL_MAGIC = /^\s*%%(!|\w+)([^\r\n]*)/;
const SHELLS: ReadonlySet<string> = new Set(
  "bash sh zsh dash ksh fish ! sx system cmd powershell pwsh".split(" "),
);
const POSIX_SHELLS = /^(?:ba|z|da|k)?sh$/;
/** Cells of other languages, and those that become a file. Every other magic has Python below it. */
const OTHERS: ReadonlySet<string> = new Set(
  (
    "html javascript js latex markdown svg perl ruby sql bigquery cypher julia writefile file writetemplate " +
    "mermaid dot graphviz css typescript rust go java scala r"
  ).split(" "),
);

/** Reads a cell that its first line hands to something else than Python; null for all other text. */
export function readCellMagic(text: string): Reading | null {
  const match = CELL_MAGIC.exec(text);
  if (match === null) return null;
  const [line, name = "", rest = ""] = match;
  if (OTHERS.has(name.toLowerCase())) return nothingRead;
  const program = name === "script" ? scriptProgram(rest) : name;
  if (!SHELLS.has(program)) return name === "script" && !PYTHON.test(program) ? nothingRead : null;
  const kind = POSIX_SHELLS.test(program) ? "script" : "commands";
  return readCommands(text, line.length, text.length, kind);
}

const PYTHON = /^(?:python|pypy)[\d.]*$/;

/** Which program `%%script --bg --out lines /usr/bin/env python3 -u` gives the cell to. */
function scriptProgram(line: string): string {
  const words = line.split(/[ \t]+/).filter((word) => word !== "");
  let index = 0;
  while (words[index]?.startsWith("-")) index += /^--(?:out|err|proc)$/.test(words[index]!) ? 2 : 1;
  const programs = words.slice(index).map((word) => word.slice(word.lastIndexOf("/") + 1));
  return (programs[0] === "env" ? programs[1] : programs[0]) ?? "";
}

/** Whether a statement is one that no Python begins with: a command for the shell or for the notebook itself. */
export function isLineMagic(text: string, start: number): boolean {
  return text[start] === "!" || text[start] === "%";
}

/**
 * Whether a line is a command whose magic needs no `%` as long as no variable has its name. Python may begin so as well,
 * `pip - x`, so that what follows in the line is to be read as that too.
 */
export function isBareMagic(text: string, start: number): boolean {
  return skipAt(BARE_MAGIC, text, start) > start;
}

/** The offset of the code that a line measures, `%time import x`; the given one for every other line. */
export function measuredCode(text: string, start: number): number {
  return text[start] === "%" ? skipAt(MEASURE, text, start) : start;
}

/** The offset behind a line that begins with a magic and the lines that backslashes continue it with. */
export function lineMagicEnd(text: string, start: number): number {
  let end = skipAt(REST_OF_LINE, text, start);
  for (
    let next = skipAt(LINE_BREAK, text, end);
    text[end - 1] === "\\" && next > end;
    next = skipAt(LINE_BREAK, text, end)
  ) {
    end = skipAt(REST_OF_LINE, text, next);
  }
  return end;
}

export function readLineMagic(text: string, start: number, end: number): Reading {
  return readCommands(text, skipAt(MARK, text, start), end, "commands");
}

/** Reads `# pip install x` where the comment is an install command and nothing else. */
export function readCommandInComment(text: string, start: number, end: number): Reading {
  const command = commandInComment(text, start);
  return command === null ? nothingRead : readCommands(text, command, end, "prose");
}

/**
 * The offset of the install command that the comment from `start` on is; null for every other comment, and for a `#`
 * behind another, which the comment has begun with: a line of nothing else would be read again from each.
 */
export function commandInComment(text: string, start: number): number | null {
  if (text[start - 1] === "#") return null;
  const command = skipAt(COMMENT_BEGINNING, text, start);
  return INSTALL.test(text.slice(command, command + 40)) ? command : null;
}

const REST_OF_LINE = /[^\r\n]*/y;
const LINE_BREAK = /\r\n|[\r\n]/y;
const BARE_MAGIC = /(?:pip|(?:uv|system|sx)[ \t][^\r\n]*?\bpip[\d.]*)[ \t]/y;
const MEASURE = /%{1,2}(?:time|timeit|prun|memit)(?:[ \t]+-[\w-]+(?:[ \t]+\d+)?)*[ \t]+/y;
const MARK = /[!%]{0,2}(?:(?:sx|system)[ \t])?/y;
const COMMENT_BEGINNING = /#+[ \t]*(?:[!%$>][ \t]*)?/y;
const INSTALL =
  /^(?:(?:sudo|python[\d.]*[ \t]+-m|py[ \t]+-m)[ \t]+)*(?:pip[\d.]*|uv|uvx|poetry|pdm|pipx|pipenv|rye)[ \t]+(?:install|add|pip|tool|run|inject)\b/;

function readCommands(text: string, start: number, end: number, kind: CommandText): Reading {
  return relocate(readInstallCommands(text.slice(start, end), kind), excerptOf(text, { start, end }));
}
