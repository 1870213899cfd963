/** Where the body of a here-document ends: `<<EOF` goes on to the line `EOF`. */

import { countBefore } from "../binarySearch.ts";
import type { TextSpan } from "../reference.ts";
import { skipAt } from "./characters.ts";

export interface HereDocument {
  readonly delimiter: string;
  /** Where any of the delimiter is quoted, the body is taken as it is written, and no backslash joins its lines. */
  readonly isQuoted: boolean;
  /** `<<-` leaves out the tabs at the beginnings of lines. */
  readonly stripsTabs: boolean;
}

export interface Body extends TextSpan {
  /** The offset of the line behind the delimiter. */
  readonly behind: number;
}

/** A function that finds the body that begins at an offset; null for one without an end. */
export function bodyFinder(script: string): (document: HereDocument, start: number) => Body | null {
  const known = new Map<string, Map<string, TextSpan[]>>();

  return (document, start) => {
    const line = ownFirstLine(script, document, start) ?? firstFrom(linesFor(document), start);
    return line && { start, end: line.start, behind: skipAt(LINE_BREAK, script, line.end) };
  };

  function linesFor({ delimiter, isQuoted, stripsTabs }: HereDocument): readonly TextSpan[] {
    const key = `${isQuoted} ${stripsTabs}`;
    const lines = known.get(key) ?? linesByText(script, isQuoted, stripsTabs);
    known.set(key, lines);
    return lines.get(delimiter) ?? [];
  }
}

/** The first line of a body, where it ends it at once. The line before it belongs to the command, whatever it ends with. */
function ownFirstLine(script: string, document: HereDocument, start: number): TextSpan | null {
  let text = "";
  for (let position = start; ; ) {
    const end = skipAt(REST_OF_LINE, script, position);
    const isContinued = !document.isQuoted && endsInBackslash(script, position, end);
    text += script.slice(position, isContinued ? end - 1 : end);
    const line = document.stripsTabs ? text.replace(TABS, "") : text;
    if (!isContinued) return line === document.delimiter ? { start, end } : null;
    if (!document.delimiter.startsWith(line)) return null;
    position = skipAt(LINE_BREAK, script, end);
  }
}

/** The lines of a text in their order, by what they say. */
function linesByText(script: string, isQuoted: boolean, stripsTabs: boolean): Map<string, TextSpan[]> {
  const lines = new Map<string, TextSpan[]>();
  let text = "";
  let lineStart = 0;
  for (let position = 0; position < script.length; ) {
    const end = skipAt(REST_OF_LINE, script, position);
    const isContinued = !isQuoted && endsInBackslash(script, position, end);
    text += script.slice(position, isContinued ? end - 1 : end);
    position = skipAt(LINE_BREAK, script, end);
    if (isContinued) continue;
    const key = stripsTabs ? text.replace(TABS, "") : text;
    const same = lines.get(key);
    if (same) same.push({ start: lineStart, end });
    else lines.set(key, [{ start: lineStart, end }]);
    text = "";
    lineStart = position;
  }
  return lines;
}

/** Whether an odd number of backslashes stands at the end of a line, so that the next one continues it. */
function endsInBackslash(script: string, start: number, end: number): boolean {
  let first = end;
  while (first > start && script[first - 1] === "\\") first--;
  return (end - first) % 2 === 1;
}

function firstFrom(lines: readonly TextSpan[], start: number): TextSpan | null {
  return lines[countBefore(lines, (line) => line.start < start)] ?? null;
}

const REST_OF_LINE = /[^\r\n]*/y;
const LINE_BREAK = /\r\n|\r|\n/y;
const TABS = /^\t+/;
