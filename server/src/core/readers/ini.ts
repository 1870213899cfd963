/** INI files as Python's `configparser` takes them: `[section]`, `key = value`, and values that indented lines continue. */

import type { TextSpan } from "../reference.ts";
import { BLANK, stripped } from "./characters.ts";

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

const LINES = /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g;
const COMMENT = /^[#;]/;
const SECTION = /^\ufeff?\[(.+)\]/;
const OPTION = new RegExp(`^([^=:]*)[=:][${BLANK}]*`);

/** Reads all values. What stands before the first section and what is no `key = value` is passed over. */
export function readIni(text: string): IniValue[] {
  const values: { section: string; key: string; lines: IniLine[] }[] = [];
  let section: string | null = null;
  let current: (typeof values)[number] | null = null;
  let indentation = 0;

  for (const { 0: line, index } of text.matchAll(LINES)) {
    const { start, end } = stripped(line);
    const content = line.slice(start, end);
    if (content === "" || COMMENT.test(content)) continue;
    if (current !== null && start > indentation) {
      addLine(current.lines, content, index + start, { start: index, end: index + line.length });
      continue;
    }
    indentation = start;
    current = null;
    const header: string | undefined = SECTION.exec(content)?.[1];
    if (header !== undefined) {
      section = header;
      continue;
    }
    const [before = "", written = ""] = OPTION.exec(content) ?? [];
    const key = written.slice(0, stripped(written).end);
    if (section === null || key === "") continue;
    current = { section, key: key.toLowerCase(), lines: [] };
    values.push(current);
    addLine(current.lines, content.slice(before.length), index + start + before.length, null);
  }
  return values;
}

function addLine(lines: IniLine[], text: string, start: number, whole: TextSpan | null): void {
  if (text !== "") lines.push({ text, span: { start, end: start + text.length }, whole });
}
