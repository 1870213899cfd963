/**
 * One `key = value` of TOML, whose value may go on over many lines. Lists and inline tables are kept on a stack of
 * our own, since a file can nest them deeper than calls can be.
 */

import type { TextSpan } from "../reference.ts";
import { skipAt } from "./characters.ts";
import { deepest, newList, newTable, type OpenList, type OpenTable } from "./openValues.ts";
import { isHeaderInList, isKeyAt, readKeys } from "./tomlKeys.ts";
import { isQuote, stringReader } from "./tomlStrings.ts";
import type { TableOpener } from "./tomlTables.ts";
import type { WrittenValue } from "./writtenValues.ts";

/** A list or an inline table that is not closed yet. */
interface OpenValue {
  readonly value: OpenList | OpenTable;
  /** The line that it begins in, counted from that of the statement. */
  readonly line: number;
  /** The index of its first entry on a later line. */
  laterFrom: number | null;
}

/**
 * A function that reads an entry from an offset on, adds it to a table and returns the offset behind it.
 * Text that is no entry is passed by up to where one might begin.
 * @param leftOut keys whose values are read but not kept
 * @param addComment is told of the comments within the value
 */
export function entryReader(
  text: string,
  openTable: TableOpener["openTable"],
  leftOut: ReadonlySet<string>,
  addComment: (comment: TextSpan) => void,
): (start: number, table: OpenTable) => number {
  const readString = stringReader(text);
  const open: OpenValue[] = [];
  const openCounts = { list: 0, table: 0 };
  /** How many brackets are open beyond the depth to which values are kept. */
  let tooDeep = 0;
  let position = 0;
  let line = 0;

  return function readStatement(start, table) {
    position = start;
    line = 0;
    readEntry(table);
    for (let innermost = open.at(-1); innermost !== undefined; innermost = open.at(-1)) {
      readPart(innermost, table);
    }
    return position;
  };

  /** Of an entry whose value is a list or an inline table, only the beginning is read. */
  function readEntry(table: OpenTable): void {
    const start = position;
    const { keys, end } = readKeys(text, position);
    position = end;
    const key = keys.pop();
    if (key === undefined || text[position] !== "=") return;
    position = skipAt(SPACE, text, position + 1);
    const value = readValue();
    if (!leftOut.has(key.value)) keys.reduce(openTable, table).entries.push({ key, value, start });
  }

  function readValue(): WrittenValue {
    const start = position;
    const character = text[start];
    if (isQuote(character)) {
      const value = readString(start);
      position = value.span.end;
      return value;
    }
    if ((character === "[" || character === "{") && open.length < deepest) {
      const value = character === "[" ? newList(start) : newTable(start);
      open.push({ value, line, laterFrom: null });
      openCounts[value.kind]++;
      position++;
      return value;
    }
    position = skipAt(open.length > 0 ? BARE_ITEM : BARE_VALUE, text, start);
    const written = text.slice(start, position).trimEnd();
    return { kind: "other", written, span: { start, end: start + written.length } };
  }

  function readPart(innermost: OpenValue, statements: OpenTable): void {
    position = skipAt(SPACE, text, position);
    const character = text[position];
    if ((character === "[" || character === "{") && open.length === deepest) {
      tooDeep++;
      position++;
      return;
    }
    switch (character) {
      case undefined:
        abandon(position, statements);
        break;
      case "\n":
      case "\r":
        beginLine(innermost, statements);
        break;
      case "#":
        readComment();
        break;
      case ",":
        position++;
        break;
      case "]":
        close("list");
        break;
      case "}":
        close("table");
        break;
      default:
        if (innermost.value.kind === "list") innermost.value.items.push(readValue());
        else readEntryOf(innermost, innermost.value);
    }
  }

  function readComment(): void {
    const end = skipAt(REST_OF_LINE, text, position);
    addComment({ start: position, end });
    position = end;
  }

  function readEntryOf(innermost: OpenValue, table: OpenTable): void {
    if (line > innermost.line) innermost.laterFrom ??= table.entries.length;
    const before = position;
    readEntry(table);
    if (position === before) position++;
  }

  /** A line can show that what is open was meant to be closed before it. */
  function beginLine({ value: { kind } }: OpenValue, statements: OpenTable): void {
    const lineBreak = position;
    position = skipAt(BLANK, text, position);
    line++;
    const isHeader = text[position] === "[" && (kind === "table" || isHeaderInList(text, position));
    const isEntryInList = kind === "list" && isKeyAt(text, position);
    if (!isHeader && !isEntryInList) return;
    position = lineBreak;
    if (isHeader) abandon(lineBreak, statements);
    else while (open.at(-1)?.value.kind === "list") closeInnermost(lineBreak);
  }

  function close(kind: "list" | "table"): void {
    position++;
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    // A bracket that closes nothing is passed by; one that closes a value further out closes all within.
    if (openCounts[kind] === 0) return;
    for (let closed = closeInnermost(position); closed?.value.kind !== kind; )
      closed = closeInnermost(position);
  }

  function closeInnermost(end: number): OpenValue | undefined {
    const closed = open.pop();
    tooDeep = 0;
    if (closed === undefined) return undefined;
    closed.value.span.end = end;
    openCounts[closed.value.kind]--;
    return closed;
  }

  /** Nothing closed these values: what an inline table took from later lines belongs to the table around the statement. */
  function abandon(end: number, statements: OpenTable): void {
    for (let closed = closeInnermost(end); closed !== undefined; closed = closeInnermost(end)) {
      if (closed.value.kind === "list" || closed.laterFrom === null) continue;
      for (const entry of closed.value.entries.splice(closed.laterFrom)) statements.entries.push(entry);
    }
  }
}

const SPACE = /[ \t]*/y;
const BLANK = /[ \t\r\n]*/y;
const REST_OF_LINE = /[^\r\n]*/y;
const BARE_VALUE = /[^#\r\n]*/y;
const BARE_ITEM = /[^,[\]{}"'#\r\n]*/y;
