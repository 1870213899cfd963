/** YAML by way of the `yaml` package, for files of a size that people write. Everything is read where it is written. */

import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { nothingRead, type Reading } from "../reference.ts";
import { textWithEscapes } from "./escapes.ts";
import { combineReadings, type Excerpt, excerptOf, joinPieces, type Piece } from "./excerpt.ts";
import { readIgnoredLines } from "./ignoredLines.ts";
import { excerptOfText } from "./writtenValues.ts";

export interface YamlDocument {
  /** The root of the first document; null where there is none. */
  readonly root: Node | null;
  readonly anchors: ReadonlyMap<string, Node>;
}

/** In UTF-16 code units. The package reads some five megabytes a second, and people write files of some kilobytes. */
export const longestYaml = 256 * 1024;

/** Reads a file in YAML with all that one format finds in it. */
export function readYamlFile(text: string, read: (document: YamlDocument) => readonly Reading[]): Reading {
  if (text.length > longestYaml) return { ...nothingRead, skipped: "too-large" };
  return { ...combineReadings(read(parseYaml(text))), ignores: readIgnoredLines(text) };
}

function parseYaml(text: string): YamlDocument {
  if (isTooDeep(text)) return { root: null, anchors: new Map() };
  const document = parse(text);
  const mended = document.errors.length === 0 ? document : parse(withoutOpenQuotes(text));
  const { contents } = mended.errors.length <= document.errors.length ? mended : document;
  const anchors = new Map<string, Node>();
  for (const node of nodesIn(contents)) if (node.anchor !== undefined) anchors.set(node.anchor, node);
  return { root: contents, anchors };
}

function parse(text: string): Document<Node & { anchor?: string }> {
  return parseDocument(text, {
    // All scalars are strings, so that `1.10` stays what it is.
    schema: "failsafe",
    strict: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  }) as never;
}

/**
 * A quote that its own line does not close is mostly one that is being typed, and would take in the rest of the file.
 * A blank in its place keeps all offsets.
 */
function withoutOpenQuotes(text: string): string {
  return text.replace(/(?<=[\s:,[{-])(["'])(?=(?:(?!\1)[^\r\n])*$)/gm, " ");
}

const DEEPEST = 100;
const DEEP_LINE = new RegExp(`^[ \\t]{${DEEPEST}}[ \\t]*[^\\s#]|(?:[-?:][ \\t]+){${DEEPEST}}`, "m");

/** The package calls itself for every level: a file made to do harm would exhaust the stack. */
function isTooDeep(text: string): boolean {
  if (DEEP_LINE.test(text)) return true;
  let depth = 0;
  for (const { 0: bracket } of text.matchAll(/[[{\]}]/g)) {
    depth = Math.max(0, depth + (bracket === "[" || bracket === "{" ? 1 : -1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Every map of a tree, the outer before the inner; with anchors those too that its aliases stand for, merged (`<<`) or not. */
export function mapsIn(
  root: Node | null,
  anchors: YamlDocument["anchors"] = new Map(),
): YAMLMap<Node, Node | null>[] {
  return [...nodesIn(root, anchors)].filter((node) => isMap<Node, Node | null>(node));
}

/** Each once: aliases can stand for each other, and for many others. */
function* nodesIn(
  root: Node | null,
  anchors: YamlDocument["anchors"] = new Map(),
  seen = new Set<Node>(),
): Generator<Node & { anchor?: string }> {
  const node = isAlias(root) ? (anchors.get(root.source) ?? null) : root;
  if (node === null || seen.has(node)) return;
  seen.add(node);
  yield node;
  if (isMap<Node, Node | null>(node))
    for (const { value } of node.items) yield* nodesIn(value, anchors, seen);
  else if (isSeq<Node>(node)) for (const item of node.items) yield* nodesIn(item, anchors, seen);
}

/** The values of a key: one, but for a slip. */
export function valuesOf(map: YAMLMap<Node, Node | null>, key: string): Node[] {
  return map.items.flatMap((pair) =>
    isScalar(pair.key) && pair.key.value === key && pair.value ? pair.value : [],
  );
}

/** The strings of a list, those in lists within it too, and those of the anchor that an alias names; a string alone is a list of one. */
export function scalarsIn(node: Node, anchors: YamlDocument["anchors"]): Scalar<string>[] {
  if (isScalar<string>(node)) return [node];
  if (isSeq<Node>(node)) return node.items.flatMap((item) => scalarsIn(item, anchors));
  const target = isAlias(node) ? anchors.get(node.source) : undefined;
  // Of what an alias stands for, further aliases are not followed: they could stand for each other.
  return target === undefined ? [] : scalarsIn(target, new Map());
}

export function stringOf(node: Node | undefined): string | null {
  return isScalar(node) && typeof node.value === "string" ? node.value : null;
}

/** What a scalar says. */
export function excerptOfScalar(text: string, { range, type }: Scalar<string>): Excerpt {
  const [start, end] = range!;
  switch (type) {
    case "QUOTE_DOUBLE":
      return excerptOfText(textWithEscapes(text.slice(start + 1, end - 1), { start, end }, start + 1));
    case "QUOTE_SINGLE":
      return joinPieces(folded(text, start + 1, end - 1, /''/g, "'"));
    case "BLOCK_LITERAL":
      return excerptOf(text, { start: endOfHeader(text, start, end), end });
    case "BLOCK_FOLDED":
      return joinPieces(folded(text, endOfHeader(text, start, end), end, LINE_BREAK_IN_TEXT, " "));
    default:
      return joinPieces(folded(text, start, end, LINE_BREAK_IN_TEXT, " "));
  }
}

/** A line break that folding makes a space of; an empty line is what makes a break. */
const LINE_BREAK_IN_TEXT = /(?=[\r\n])(?<![\r\n][ \t]*)(?:\r\n|[\r\n])(?![ \t]*[\r\n])/g;

function folded(text: string, start: number, end: number, pattern: RegExp, meaning: string): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const offset = start + match.index;
    pieces.push({ text: text.slice(from, offset), offset: from });
    pieces.push({ text: meaning, offset, length: match[0].length });
    from = offset + match[0].length;
  }
  pieces.push({ text: text.slice(from, end), offset: from });
  return pieces;
}

/** The `|` or `>` of a block with what stands in its line. */
function endOfHeader(text: string, start: number, end: number): number {
  const lineBreak = text.indexOf("\n", start);
  return lineBreak < 0 ? end : Math.min(lineBreak + 1, end);
}
