/** The one way to write policy: the edits of a JSON text (comments allowed) that trust a name or take trust back. */

import {
  applyEdits,
  findNodeAtLocation,
  type JSONPath,
  modify,
  type ParseError,
  parse,
  parseTree,
} from "jsonc-parser";
import { normalizeName } from "../names.ts";
import type { TextSpan } from "../reference.ts";

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

/** The file is no JSON object, so that an edit could lose something: a person has to mend it first. */
export interface PolicyEditProblem {
  readonly kind: "unreadable-policy";
}

/**
 * The edits that carry out the change: none where nothing is to do. Comments, order and indentation stay as they are.
 * An entry for the same name in another spelling is changed in place rather than added a second time.
 */
export function editPolicy(
  text: string,
  file: PolicyFileKind,
  change: PolicyChange,
): TextEdit[] | PolicyEditProblem {
  const empty = text.trim() === "";
  if (!empty && !isObject(text)) return { kind: "unreadable-policy" };
  const list = listPath(file);
  const wanted = normalizeName(change.name);
  const present = keysOf(text, list).filter((key) => normalizeName(key) === wanted);
  const formattingOptions = {
    insertSpaces: !/^\t/m.test(text),
    tabSize: indentation(text),
    eol: lineEnd(text),
  };
  const set = (source: string, key: string, value: unknown): string =>
    applyEdits(source, modify(source, [...list, key], value, { formattingOptions }));

  const result =
    change.kind === "untrust"
      ? present.reduce((source, key) => set(source, key, undefined), text)
      : set(empty ? `{}${formattingOptions.eol}` : text, present[0] ?? change.name, { ...change.details });
  return result === text ? [] : [smallestEdit(text, result)];
}

/** The keys of the trusted packages that a policy file lists, as written; empty where it cannot be read. */
function keysOf(text: string, list: JSONPath): string[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const node = root && findNodeAtLocation(root, list);
  return (node?.children ?? []).map((property) => String(property.children?.[0]?.value));
}

function listPath(file: PolicyFileKind): JSONPath {
  if (file === "namesake-json") return ["trustedPackages"];
  return file === "settings" ? ["namesake.trustedPackages"] : ["settings", "namesake.trustedPackages"];
}

function isObject(text: string): boolean {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return errors.length === 0 && typeof value === "object" && value !== null && !Array.isArray(value);
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
