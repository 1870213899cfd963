/** What notebooks add to Python: lines and whole cells for a shell, `!pip install x`, `%pip install x`, `%%bash`. */

import { nothingRead, type Reading } from "../reference.ts";
import { skipAt } from "./characters.ts";
import { excerptOf, relocate } from "./excerpt.ts";
import { readInstallCommands } from "./installCommands.ts";

const CELL_MAGIC = /^\s*%%(!|\w+)[ \t]*(\S*)[^\r\n]*/;
const SHELLS: ReadonlySet<string> = new Set([
  "bash",
  "sh",
  "zsh",
  "!",
  "sx",
  "system",
  "script",
  "cmd",
  "powershell",
]);
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
  const [line, name = "", argument = ""] = match;
  if (OTHERS.has(name.toLowerCase())) return nothingRead;
  if (!SHELLS.has(name)) return null;
  if (name === "script" && !/sh$/.test(argument)) return nothingRead;
  return readCommands(text, line.length, text.length);
}

/**
 * Whether a statement is one that no Python begins with: a command for the shell or for the notebook itself, whose name
 * needs no `%` where it is not taken.
 */
export function isLineMagic(text: string, start: number): boolean {
  return text[start] === "!" || text[start] === "%" || skipAt(BARE_MAGIC, text, start) > start;
}

/** The offset behind a line that begins with `!` or `%` and the lines that backslashes continue it with. */
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
  return readCommands(text, skipAt(MARK, text, start), end);
}

/** Reads `# pip install x` where the comment is an install command and nothing else. */
export function readCommandInComment(text: string, start: number, end: number): Reading {
  const command = commandInComment(text, start);
  return command === null ? nothingRead : readCommands(text, command, end);
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
const BARE_MAGIC = /pip[ \t]+install[ \t]/y;
const MARK = /[!%]{0,2}(?:(?:sx|system)[ \t])?/y;
const COMMENT_BEGINNING = /#+[ \t]*(?:[!%$>][ \t]*)?/y;
const INSTALL =
  /^(?:(?:sudo|python[\d.]*[ \t]+-m|py[ \t]+-m)[ \t]+)*(?:pip[\d.]*|uv|uvx|poetry|pdm|pipx|pipenv|rye)[ \t]+(?:install|add|pip|tool|run|inject)\b/;

function readCommands(text: string, start: number, end: number): Reading {
  return relocate(readInstallCommands(text.slice(start, end)), excerptOf(text, { start, end }));
}
