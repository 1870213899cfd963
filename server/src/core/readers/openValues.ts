/** Lists and tables of a tree of values while they grow. */

import type { Entry, ListValue, TableValue, WrittenValue } from "./writtenValues.ts";

/** What lies deeper is left out: no format that we read is as deep, and a file made to do harm can be. */
export const deepest = 200;

interface OpenSpan {
  readonly start: number;
  end: number;
}

export interface OpenTable extends TableValue {
  readonly entries: Entry[];
  readonly span: OpenSpan;
}

export interface OpenList extends ListValue {
  readonly items: WrittenValue[];
  readonly span: OpenSpan;
}

export function newTable(start: number): OpenTable {
  return { kind: "table", entries: [], span: { start, end: start } };
}

export function newList(start: number): OpenList {
  return { kind: "list", items: [], span: { start, end: start } };
}
