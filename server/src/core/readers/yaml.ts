/** YAML as the readers of its formats look through it, for files of a size that people write. Everything is read where it is written. */

import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from "yaml";
import { nothingRead, type Reading } from "../reference.ts";
import { combineReadings } from "./excerpt.ts";
import { readIgnoredLines } from "./ignoredLines.ts";
import { readDocuments } from "./yamlDocuments.ts";

/** In UTF-16 code units. What is written to take long takes up to eight seconds a megabyte, and people write files of some kilobytes. */
export const longestYaml = 256 * 1024;

/**
 * Reads a file in YAML with all that one format finds in it.
 * @param mentions whether a text says, escapes aside, what the format looks for: a quick look that spares most files the rest
 * @param read is given the root of each document, and the text with line breaks that all know, in the same places
 */
export function readYamlFile(
  text: string,
  mentions: (text: string) => boolean,
  read: (root: Node, lines: string) => readonly Reading[],
): Reading {
  // Escapes can write anything.
  if (!text.includes("\\") && !mentions(text)) return nothingRead;
  if (text.length > longestYaml) return { ...nothingRead, skipped: "too-large" };
  const lines = text.replace(LINE_BREAK, "\n");
  const roots = readDocuments(lines);
  if (roots === null) return { ...nothingRead, skipped: "too-deep" };
  const readings = roots.flatMap((root) => read(root, lines));
  return { ...combineReadings(readings), ignores: readIgnoredLines(text) };
}

/** What ends a line in YAML 1.1, which most tools read, and not in the package: a CR alone, NEL, LS and PS. */
const LINE_BREAK = /\r(?!\n)|[\x85\u2028\u2029]/g;

/** Every map of the trees, the outer before the inner, merged (`<<`) or not. */
export function mapsIn(roots: readonly Node[]): YAMLMap<Node, Node | null>[] {
  const below = (node: Node) => {
    if (isMap<Node, Node | null>(node)) return node.items.map(({ value }) => value);
    return isSeq<Node>(node) ? node.items : [];
  };
  return nodesIn(roots, below, new Set()).filter((node) => isMap<Node, Node | null>(node));
}

/**
 * The strings of a list, those in lists within it too; a string alone is a list of one.
 * @param seen what was met already and is left out: a text can have thousands of aliases for a list of thousands
 */
export function scalarsIn(root: Node, seen = new Set<Node>()): Scalar<string>[] {
  const below = (node: Node) => (isSeq<Node>(node) ? node.items : []);
  return nodesIn([root], below, seen).filter((node) => isScalar<string>(node));
}

/** Each once, in the order in which they are written. Without recursion: aliases make a tree of any depth. */
function nodesIn(
  roots: readonly Node[],
  below: (node: Node) => readonly (Node | null)[],
  seen: Set<Node>,
): Node[] {
  const nodes: Node[] = [];
  const waiting: (Node | null)[] = roots.toReversed();
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    if (node === null || seen.has(node)) continue;
    seen.add(node);
    nodes.push(node);
    for (const next of below(node).toReversed()) waiting.push(next);
  }
  return nodes;
}

/** The values of a key: one, but for a slip. */
export function valuesOf(map: YAMLMap<Node, Node | null>, key: string): Node[] {
  return map.items.flatMap((pair) =>
    isScalar(pair.key) && pair.key.value === key && pair.value ? pair.value : [],
  );
}

export function stringOf(node: Node | undefined): string | null {
  return isScalar(node) && typeof node.value === "string" ? node.value : null;
}
