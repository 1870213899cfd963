/** JSON as a tree of values with their places; takes comments and half-typed text. */

import { createScanner } from "jsonc-parser";
import { textWithEscapes } from "./escapes.ts";
import { deepest, newList, newTable, type OpenList, type OpenTable } from "./openValues.ts";
import type { TextValue, WrittenValue } from "./writtenValues.ts";

/** An empty table where the text says nothing. */
export function readJson(text: string): WrittenValue {
  const scanner = createScanner(text, true);
  if (text.startsWith("\ufeff")) scanner.setPosition(1);
  const open: { readonly value: OpenList | OpenTable; key: TextValue | null }[] = [];
  let root: WrittenValue | null = null;
  let depth = 0;

  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const character = text[start];
    if (character === "{" || character === "[") depth++;
    if (depth <= deepest) readToken(start, start + scanner.getTokenLength());
    if (character === "}" || character === "]") depth = Math.max(0, depth - 1);
  }
  for (const { value } of open) dropOverwritten(value);
  return root ?? newTable(0);

  function readToken(start: number, end: number): void {
    const innermost = open.at(-1);
    switch (text[start]) {
      case "{":
      case "[": {
        const value = text[start] === "{" ? newTable(start) : newList(start);
        add(value);
        open.push({ value, key: null });
        break;
      }
      case "}":
      case "]":
        if (innermost !== undefined) innermost.value.span.end = end;
        dropOverwritten(open.pop()?.value);
        break;
      case ",":
        if (innermost !== undefined) innermost.key = null;
        break;
      case ":":
        break;
      case '"': {
        const value = readString(text, start, end);
        if (innermost?.value.kind === "table" && innermost.key === null) innermost.key = value;
        else add(value);
        break;
      }
      default:
        add({ kind: "other", written: text.slice(start, end), span: { start, end } });
    }
  }

  function add(value: WrittenValue): void {
    const parent = open.at(-1);
    if (parent === undefined) root = root === null || root.kind === "other" ? value : root;
    else if (parent.value.kind === "list") parent.value.items.push(value);
    else if (parent.key !== null) {
      parent.value.entries.push({ key: parent.key, value, start: parent.key.span.start });
      parent.key = null;
    }
  }
}

/** Of a key that is written twice a table keeps the last, which is the one that counts for all who read JSON. */
function dropOverwritten(value: OpenList | OpenTable | undefined): void {
  if (value?.kind !== "table") return;
  const { entries } = value;
  const last = new Map(entries.map((entry) => [entry.key.value, entry]));
  let kept = 0;
  for (const entry of entries) if (last.get(entry.key.value) === entry) entries[kept++] = entry;
  entries.length = kept;
}

/** A string that nothing closes ends with its line. */
function readString(text: string, start: number, end: number): TextValue {
  const closed = end > start + 1 && text[end - 1] === '"';
  return textWithEscapes(text.slice(start + 1, closed ? end - 1 : end), { start, end }, start + 1);
}
