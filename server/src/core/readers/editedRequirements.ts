/**
 * A requirements file that was read before it was edited: the lines around the edit are read anew, those before it are
 * kept, and those behind it are moved. What stands in a line says nothing about another one.
 */

import { countBefore } from "../binarySearch.ts";
import type { Reading } from "../reference.ts";
import { relocate } from "./excerpt.ts";
import { readRequirementsFile } from "./requirements.ts";

/** The same as {@link readRequirementsFile} of the text, in the time that the edited lines take. */
export function rereadRequirementsFile(text: string, textBefore: string, before: Reading): Reading {
  const moved = text.length - textBefore.length;
  const samePrefix = commonPrefix(text, textBefore);
  const sameSuffix = commonSuffix(text, textBefore, samePrefix);
  const start = startOfEdited(text, samePrefix);
  const end = endOfEdited(text, textBefore, text.length - sameSuffix);
  const edited = readRequirementsFile(text.slice(start, end));
  const behind = part(before, end - moved, Number.POSITIVE_INFINITY);
  return join(part(before, 0, start), move(edited, start), moved === 0 ? behind : move(behind, moved));
}

/** So many characters at once are compared in a tenth of the time that they take one by one. */
const block = 4_096;

function commonPrefix(one: string, other: string): number {
  let length = 0;
  const blockOf = (text: string) => text.slice(length, length + block);
  while (length + block <= one.length && blockOf(one) === blockOf(other)) length += block;
  // Behind the end of a text there is NaN, which equals nothing.
  while (one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}

/** Does not reach into the common prefix of either text. */
function commonSuffix(one: string, other: string, prefix: number): number {
  const most = Math.min(one.length, other.length) - prefix;
  let length = 0;
  const blockOf = (text: string) => text.slice(text.length - length - block, text.length - length);
  while (length + block <= most && blockOf(one) === blockOf(other)) length += block;
  const at = (text: string) => text.charCodeAt(text.length - 1 - length);
  while (length < most && at(one) === at(other)) length += 1;
  return length;
}

/** One line more than the edit touches: what is to be deleted with a last line begins at the end of the line before it. */
function startOfEdited(text: string, samePrefix: number): number {
  return lastLineStart(text, lastLineStart(text, samePrefix) - 1);
}

/** The last offset up to the limit where a line begins whatever stands before it; 0 where there is none. */
function lastLineStart(text: string, limit: number): number {
  for (let start = limit; start > 1; start = text.lastIndexOf("\n", start - 2) + 1) {
    // Within a text a byte order mark is a character like others.
    if (isLineStart(text, start) && text[start] !== "\ufeff") return start;
  }
  return 0;
}

/** The first offset where a line begins in both texts and all is the same from the end of the line before on. */
function endOfEdited(text: string, textBefore: string, same: number): number {
  const moved = text.length - textBefore.length;
  for (let at = text.indexOf("\n", same + 1); at >= 0; at = text.indexOf("\n", at + 1)) {
    if (isLineStart(text, at + 1) && isLineStart(textBefore, at + 1 - moved)) return at + 1;
  }
  return text.length;
}

function isLineStart(text: string, offset: number): boolean {
  if (text[offset - 1] !== "\n") return false;
  return text[offset - (text[offset - 2] === "\r" ? 3 : 2)] !== "\\";
}

/** What begins from `start` up to `end`. */
function part({ references, ignores, includes, indexes }: Reading, start: number, end: number): Reading {
  return {
    references: within(references, ({ span }) => span.start, start, end),
    ignores: within(ignores, ({ line }) => line.start, start, end),
    includes: within(includes, ({ span }) => span.start, start, end),
    indexes: within(indexes, ({ span }) => span.start, start, end),
  };
}

function within<Item>(
  items: readonly Item[],
  offsetOf: (item: Item) => number,
  start: number,
  end: number,
): Item[] {
  const beginsBefore = (limit: number) => (item: Item) => offsetOf(item) < limit;
  return items.slice(countBefore(items, beginsBefore(start)), countBefore(items, beginsBefore(end)));
}

function move(reading: Reading, by: number): Reading {
  return relocate(reading, { locate: ({ start, end }) => ({ start: start + by, end: end + by }) });
}

function join(before: Reading, edited: Reading, behind: Reading): Reading {
  return {
    references: [...before.references, ...edited.references, ...behind.references],
    ignores: [...before.ignores, ...edited.ignores, ...behind.ignores],
    includes: [...before.includes, ...edited.includes, ...behind.includes],
    indexes: [...before.indexes, ...edited.indexes, ...behind.indexes],
  };
}
