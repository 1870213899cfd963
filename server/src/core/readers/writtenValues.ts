/** What a TOML or JSON file says, as a tree in which every part knows its place in the text. */

import type { TextSpan } from "../reference.ts";
import { type Excerpt, joinPieces, type Piece } from "./excerpt.ts";

/** A string or a key. */
export interface TextValue {
  readonly kind: "text";
  /** What it says, escapes decoded. */
  readonly value: string;
  /** With its quotes, where it has some. */
  readonly span: TextSpan;
  /** Where the text behind its opening quotes begins. */
  readonly contentStart: number;
  /** The parts that the value is made of where some are escapes; null where it is written just so. */
  readonly pieces: readonly Piece[] | null;
}

export interface ListValue {
  readonly kind: "list";
  readonly items: readonly WrittenValue[];
  readonly span: TextSpan;
}

export interface TableValue {
  readonly kind: "table";
  /** A key that TOML has twice, which is a slip of the pen, has two entries. */
  readonly entries: readonly Entry[];
  readonly span: TextSpan;
}

/** A number, a date, `true`, or what a slip of the pen left; nothing at all where a key has no value yet. */
export interface OtherValue {
  readonly kind: "other";
  readonly written: string;
  readonly span: TextSpan;
}

export type WrittenValue = TextValue | ListValue | TableValue | OtherValue;

export interface Entry {
  readonly key: TextValue;
  readonly value: WrittenValue;
  /** Where `key = value` begins, which is the first of dotted keys. Null where no such statement is the whole of it. */
  readonly start: number | null;
}

/**
 * Every value at a path of keys, `project.optional-dependencies.*`, in which a `*` stands for any key.
 * A list of tables stands for each of them. Keys that hold a dot cannot be asked for.
 */
function valuesAt(value: WrittenValue, path: string): WrittenValue[] {
  return path.split(".").reduce((values, key) => values.flatMap((each) => valuesBelow(each, key)), [value]);
}

function valuesBelow(value: WrittenValue, key: string): WrittenValue[] {
  return tablesOf(value).flatMap(({ entries }) =>
    entries.flatMap((entry) => (key === "*" || entry.key.value === key ? entry.value : [])),
  );
}

/** The tables among values and among the items of lists, each with its entries. */
export function tablesAt(value: WrittenValue, path: string): TableValue[] {
  return valuesAt(value, path).flatMap(tablesOf);
}

/** The table itself, or those in the list. */
export function tablesOf(value: WrittenValue): readonly TableValue[] {
  if (value.kind === "table") return [value];
  return value.kind === "list" ? value.items.filter((item) => item.kind === "table") : [];
}

/** The strings in the lists at a path. */
export function itemsAt(value: WrittenValue, path: string): TextValue[] {
  return valuesAt(value, path).flatMap(itemsOf);
}

/** The strings in a list; none in anything else. */
export function itemsOf(value: WrittenValue): TextValue[] {
  return value.kind === "list" ? value.items.filter(isText) : [];
}

/** The strings at a path, those that stand there alone and those in lists. */
export function textsAt(value: WrittenValue, path: string): TextValue[] {
  return valuesAt(value, path).flatMap(textsIn);
}

/** The string itself, or those in the list. */
function textsIn(value: WrittenValue): readonly TextValue[] {
  return (value.kind === "list" ? value.items : [value]).filter(isText);
}

/** The first string at a path. */
export function textAt(value: WrittenValue, path: string): TextValue | null {
  return valuesAt(value, path).find(isText) ?? null;
}

function isText(value: WrittenValue): value is TextValue {
  return value.kind === "text";
}

/** Whether the table says `key = true`. */
export function isTrueAt(table: TableValue, key: string): boolean {
  return table.entries.some(
    ({ key: { value: name }, value }) => name === key && value.kind === "other" && value.written === "true",
  );
}

/** What a string says, with the way back to the file. A part that an escape says some of has all of it. */
export function excerptOfText({ value, contentStart, pieces }: TextValue): Excerpt {
  if (pieces !== null) return joinPieces(pieces);
  return {
    text: value,
    locate: ({ start, end }) => ({ start: start + contentStart, end: end + contentStart }),
  };
}

/** The place of all that a string says, without its quotes. */
export function placeOf(text: TextValue): TextSpan {
  return excerptOfText(text).locate({ start: 0, end: text.value.length });
}
