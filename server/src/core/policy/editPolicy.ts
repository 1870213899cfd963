/** The one way to write policy: the edits of a JSON text (comments allowed) that trust names or take trust back. */

import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  modify,
  type Node,
  type ParseError,
  parse,
  parseTree,
} from "jsonc-parser";
import { normalizeName } from "../names.ts";
import { isRecord } from "../records.ts";
import type { TextSpan } from "../reference.ts";
import { isTooDeep } from "./jsonDepth.ts";

export interface TextEdit {
  readonly span: TextSpan;
  readonly newText: string;
}

/** Which file it is, since the same keys stand at different places in it. */
export type PolicyFileKind = "settings" | "code-workspace" | "namesake-json";

export type PolicyChange =
  | { readonly kind: "trust"; readonly name: string; readonly details: TrustDetails }
  | { readonly kind: "untrust"; readonly name: string };

/** What an entry says beside the name. Absent properties are not written. */
export interface TrustDetails {
  readonly reason?: string;
  readonly by?: string;
  /** UTC day, `YYYY-MM-DD`. */
  readonly expires?: string;
}

/** The file or the list in it is no JSON object, so that an edit could lose something: a person has to mend it first. */
export interface PolicyEditProblem {
  readonly kind: "unreadable-policy";
}

/**
 * The edits that carry out the changes, in turn: none where nothing is to do. Comments, order and indentation stay as
 * they are. An entry for the same name in another spelling is changed in place rather than added a second time.
 */
export function editPolicy(
  text: string,
  file: PolicyFileKind,
  ...changes: readonly PolicyChange[]
): TextEdit[] | PolicyEditProblem {
  const list = listPath(file);
  if (text.trim() !== "" && !isReadable(text, list)) return { kind: "unreadable-policy" };
  const result = changes.reduce((source, change) => carryOut(source, list, change), text);
  return result === text ? [] : [smallestEdit(text, result)];
}

/** The changes that give a file, once the given ones are made, the entries that it had before. */
export function undoOf(
  text: string,
  file: PolicyFileKind,
  changes: readonly PolicyChange[],
): readonly PolicyChange[] {
  const entries = Object.entries(listIn(text, listPath(file)));
  return changes.map(({ name }): PolicyChange => {
    const wanted = normalizeName(name);
    const present = entries.find(([key]) => normalizeName(key) === wanted);
    if (!present) return { kind: "untrust", name };
    const [key, value] = present;
    return { kind: "trust", name: key, details: isRecord(value) ? value : {} };
  });
}

function carryOut(text: string, list: JSONPath, change: PolicyChange): string {
  const wanted = normalizeName(change.name);
  const entries = listIn(text, list);
  const present = Object.keys(entries).filter((key) => normalizeName(key) === wanted);
  if (change.kind === "untrust") {
    return present.reduce((source, key) => set(source, [...list, key], undefined), text);
  }
  const [key] = present;
  const before = key === undefined ? undefined : entries[key];
  if (key === undefined) return append(text, list, change.name, { ...change.details });
  if (!isRecord(before)) return set(text, [...list, key], { ...change.details });
  // One by one, so that a comment within the entry stays.
  const after: Readonly<Record<string, unknown>> = { ...change.details };
  const properties = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...properties]
    .filter((property) => before[property] !== after[property])
    .reduce((source, property) => set(source, [...list, key, property], after[property]), text);
}

/** To the end of the line: a comma, and a comment of either kind. */
const COMMA_AND_COMMENT =
  /^([ \t]*,)?([ \t]*(?:\/\/[^\r\n]*|\/\*[^*\r\n]*\*+(?:[^*/\r\n][^*\r\n]*\*+)*\/[ \t]*))[\r\n]/;

/** Behind the last entry and what is said of it on its line: the library alone would put the comment behind the new one. */
function append(text: string, list: JSONPath, key: string, value: unknown): string {
  const last = nodeAt(text, list)?.children?.at(-1);
  if (!last) return set(text, [...list, key], value);
  const end = last.offset + last.length;
  const lineStart = text.lastIndexOf("\n", last.offset) + 1;
  const indent = text.slice(lineStart, last.offset);
  const behind = COMMA_AND_COMMENT.exec(text.slice(end));
  if (!behind || indent.trim() !== "") return set(text, [...list, key], value);

  const [, comma = "", comment = ""] = behind;
  const eol = lineEnd(text);
  const unit = /^\t/m.test(text) ? "\t" : " ".repeat(indentation(text));
  const written = JSON.stringify(value, null, unit).replaceAll("\n", eol + indent);
  const entry = `${indent}${JSON.stringify(key)}: ${written}${comma.trim()}`;
  return `${text.slice(0, end)},${comment}${eol}${entry}${text.slice(end + comma.length + comment.length)}`;
}

function set(text: string, path: JSONPath, value: unknown): string {
  const formattingOptions = {
    insertSpaces: !/^\t/m.test(text),
    tabSize: indentation(text),
    eol: lineEnd(text),
  };
  const source = text.trim() === "" ? `{}${formattingOptions.eol}` : text;
  return applyEdits(source, modify(source, path, value, { formattingOptions }));
}

/** The trusted packages that a policy file lists, as written; none where it cannot be read. */
function listIn(text: string, list: JSONPath): Readonly<Record<string, unknown>> {
  // Key by key, since the library would take an entry `__proto__` for the prototype of the others.
  const properties = isTooDeep(text) ? [] : (nodeAt(text, list)?.children ?? []);
  return Object.fromEntries(
    properties.map(({ children: [key, value] = [] }) => [key?.value, value && getNodeValue(value)]),
  );
}

function listPath(file: PolicyFileKind): JSONPath {
  if (file === "namesake-json") return ["trustedPackages"];
  return file === "settings" ? ["namesake.trustedPackages"] : ["settings", "namesake.trustedPackages"];
}

function isReadable(text: string, list: JSONPath): boolean {
  const errors: ParseError[] = [];
  if (isTooDeep(text)) return false;
  if (!isRecord(parse(text, errors, { allowTrailingComma: true })) || errors.length > 0) return false;
  return list.every((_, index) => {
    const value = valueAt(text, list.slice(0, index + 1));
    return value === undefined || isRecord(value);
  });
}

function valueAt(text: string, path: JSONPath): unknown {
  const node = nodeAt(text, path);
  return node && getNodeValue(node);
}

function nodeAt(text: string, path: JSONPath): Node | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root && findNodeAtLocation(root, path);
}

/** Spaces of the first indented line; the editors' own default of four where nothing is indented. */
function indentation(text: string): number {
  return /^( +)\S/m.exec(text)?.[1]?.length ?? 4;
}

function lineEnd(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** One edit without the text that both share at either end, so that an editor keeps cursors and folds. */
function smallestEdit(before: string, after: string): TextEdit {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shortest - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return {
    span: { start, end: before.length - tail },
    newText: after.slice(start, after.length - tail),
  };
}
