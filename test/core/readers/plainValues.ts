/** Trees of values without their places, to be compared with what other parsers make of the text. */

import type { WrittenValue } from "../../../server/src/core/readers/writtenValues.ts";

export type PlainValue = string | PlainValue[] | { readonly [key: string]: PlainValue } | null;

/** Null for all that is no string, list or table. */
export function plain(value: WrittenValue): PlainValue {
  switch (value.kind) {
    case "text":
      return value.value;
    case "list":
      return value.items.map(plain);
    case "table":
      return Object.fromEntries(value.entries.map((entry) => [entry.key.value, plain(entry.value)]));
    case "other":
      return null;
  }
}

export interface PlacedText {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The strings of a tree, in the order of their places. */
export function stringsIn(value: WrittenValue): PlacedText[] {
  return inOrder(collectStrings(value));
}

/** The keys of a tree, in the order of their places. */
export function keysIn(value: WrittenValue): PlacedText[] {
  return inOrder(collectKeys(value));
}

function collectStrings(value: WrittenValue): PlacedText[] {
  if (value.kind === "text") return [{ value: value.value, ...value.span }];
  if (value.kind === "list") return value.items.flatMap(collectStrings);
  return value.kind === "table" ? value.entries.flatMap((entry) => collectStrings(entry.value)) : [];
}

function collectKeys(value: WrittenValue): PlacedText[] {
  if (value.kind === "list") return value.items.flatMap(collectKeys);
  if (value.kind !== "table") return [];
  return value.entries.flatMap((entry) => [...collectStrings(entry.key), ...collectKeys(entry.value)]);
}

function inOrder(texts: PlacedText[]): PlacedText[] {
  return texts.sort((a, b) => a.start - b.start);
}
