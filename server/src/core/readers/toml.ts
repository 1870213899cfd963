/**
 * TOML as a tree of values with their places. Takes half-typed text: a string ends with its line, and what
 * nothing closes ends where a line begins that cannot be part of it, so that a slip costs no more than its own line.
 * TOML 1.0, and of 1.1 the inline tables over several lines. Whether the text is valid is not looked at.
 */

import type { IgnoreComment, TextSpan } from "../reference.ts";
import { skipAt } from "./characters.ts";
import { readIgnoreComment } from "./ignoreComments.ts";
import { lineStart } from "./lines.ts";
import { newTable, type OpenTable } from "./openValues.ts";
import { entryReader } from "./tomlEntries.ts";
import { readKeys } from "./tomlKeys.ts";
import { type TableOpener, tableOpener } from "./tomlTables.ts";
import type { TableValue } from "./writtenValues.ts";

export interface TomlDocument {
  readonly root: TableValue;
  /** Each from its `#` to the end of its line, in the order in which they are written. */
  readonly comments: readonly TextSpan[];
}

/** @param leftOut keys whose values nobody will ask for: not to keep them saves most of the time that a lock file takes */
export function readToml(text: string, leftOut: ReadonlySet<string> = new Set()): TomlDocument {
  const root = newTable(0);
  const comments: TextSpan[] = [];
  const opener = tableOpener();
  const readStatement = entryReader(text, opener.openTable, leftOut, (comment) => comments.push(comment));
  let table = root;
  let position = skipAt(BLANK, text, text.startsWith("\ufeff") ? 1 : 0);

  while (position < text.length) {
    if (text[position] === "[") {
      const header = readHeader(text, position, root, opener);
      table = header.table ?? table;
      position = header.end;
    } else {
      position = readStatement(position, table);
    }
    position = skipAt(UNTIL_COMMENT, text, position);
    const end = skipAt(REST_OF_LINE, text, position);
    if (end > position) comments.push({ start: position, end });
    position = skipAt(BLANK, text, end);
  }
  return { root, comments };
}

const BLANK = /[ \t\r\n]*/y;
const UNTIL_COMMENT = /[^#\r\n]*/y;
const REST_OF_LINE = /[^\r\n]*/y;

/** `[table]` or `[[list of tables]]`; half of one opens the table that it names so far. */
function readHeader(
  text: string,
  start: number,
  root: OpenTable,
  { openTable, openListItem }: TableOpener,
): { table: OpenTable | null; end: number } {
  const isList = text[start + 1] === "[";
  const { keys, end } = readKeys(text, start + (isList ? 2 : 1));
  const last = keys.pop();
  if (last === undefined) return { table: null, end };
  const parent = keys.reduce(openTable, root);
  return { table: isList ? openListItem(parent, last) : openTable(parent, last), end };
}

/** The comments that silence the line they stand on. */
export function ignoresIn(text: string, comments: readonly TextSpan[]): IgnoreComment[] {
  return comments.flatMap(({ start, end }) => {
    const codes = readIgnoreComment(text.slice(start, end));
    return codes === null ? [] : [{ line: { start: lineStart(text, start), end }, codes }];
  });
}
