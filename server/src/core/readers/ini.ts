/** INI files as Python's `configparser` takes them: `[section]`, `key = value`, and values that indented lines continue. */

import type { TextSpan } from "../reference.ts";
import { BLANK, skipAt, stripped } from "./characters.ts";

export interface IniValue {
  readonly section: string;
  /** In lower case. */
  readonly key: string;
  /** The lines of the value without white space around them, empty ones and comments left out. */
  readonly lines: readonly IniLine[];
}

export interface IniLine {
  readonly text: string;
  readonly span: TextSpan;
  /** The line in the file with its line break; null where the key stands in it too. */
  readonly whole: TextSpan | null;
}

const LINE = /[^\r\n]*(?:\r\n|[\r\n])?/y;
const COMMENT = /^[#;]/;
const SECTION = /^\ufeff?\[(.+)\]/;
const SEPARATOR = /[=:]/;
const WHITE_SPACE = new RegExp(`[${BLANK}]*`, "y");

/** Reads all values. What stands before the first section and what is no `key = value` is passed over. */
export function readIni(text: string): IniValue[] {
  const values: { section: string; key: string; lines: IniLine[] }[] = [];
  let section: string | null = null;
  let current: (typeof values)[number] | null = null;
  let indentation = 0;

  for (let lineStart = 0, lineEnd = 0; lineStart < text.length; lineStart = lineEnd) {
    lineEnd = skipAt(LINE, text, lineStart);
    const line = text.slice(lineStart, lineEnd);
    const { start, end } = stripped(line);
    const content = line.slice(start, end);
    if (content === "" || COMMENT.test(content)) continue;
    if (current !== null && start > indentation) {
      addLine(current.lines, content, lineStart + start, { start: lineStart, end: lineEnd });
      continue;
    }
    indentation = start;
    current = null;
    const header: string | undefined = SECTION.exec(content)?.[1];
    if (header !== undefined) {
      section = header;
      continue;
    }
    const separator = content.search(SEPARATOR);
    const key = content.slice(0, stripped(content.slice(0, Math.max(separator, 0))).end);
    if (section === null || key === "") continue;
    current = { section, key: key.toLowerCase(), lines: [] };
    values.push(current);
    const valueStart = skipAt(WHITE_SPACE, content, separator + 1);
    addLine(current.lines, content.slice(valueStart), lineStart + start + valueStart, null);
  }
  return values;
}

function addLine(lines: IniLine[], text: string, start: number, whole: TextSpan | null): void {
  if (text !== "") lines.push({ text, span: { start, end: start + text.length }, whole });
}
