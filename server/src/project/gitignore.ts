/** What the rules of one `.gitignore` say of paths, as git does: gitignore(5), and its sources where that is silent. */

import { readWildcards } from "./wildmatch.ts";

/**
 * Whether the rules ignore a path, take it out again, or (null) say nothing. The last that matches decides. Letters' case
 * counts on every system: where git is told otherwise, we look at more, not at less.
 * @param path below the folder of the rules, with `/` as separator, as {@link bytesOf} writes it
 */
export type IgnoreRules = (path: string, kind: "file" | "folder") => boolean | null;

/** @param text the file's, without a byte order mark */
export function readIgnoreRules(text: string): IgnoreRules {
  const rules = bytesOf(text).split("\n").flatMap(readRule).reverse();
  return (path, kind) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const rule = rules.find(
      ({ foldersOnly, namesOnly, matches }) =>
        (kind === "folder" || !foldersOnly) && matches(namesOnly ? name : path),
    );
    return rule ? !rule.negated : null;
  };
}

interface Rule {
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  /** Without a slash a pattern is of a name, at any depth. */
  readonly namesOnly: boolean;
  matches(nameOrPath: string): boolean;
}

function readRule(line: string): Rule[] {
  if (line.startsWith("#")) return [];
  // To git a line ends where C's strings do.
  const written = withoutTrailingSpaces(line.replace(/\r$/, "").split("\0", 1)[0]!);
  const negated = written.startsWith("!");
  const foldersOnly = written.endsWith("/");
  const pattern = written.slice(negated ? 1 : 0, foldersOnly ? -1 : undefined);
  const namesOnly = !pattern.includes("/");
  const matches = matchPattern(pattern.startsWith("/") ? pattern.slice(1) : pattern);
  return pattern === "" || matches === null ? [] : [{ negated, foldersOnly, namesOnly, matches }];
}

/** A space counts where a backslash is before it that is not itself behind one. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === " ") end -= 1;
  let escapes = 0;
  while (line[end - 1 - escapes] === "\\") escapes += 1;
  return line.slice(0, escapes % 2 === 0 ? end : end + 1);
}

/** Null where nothing matches. Most patterns are a name, or all names with an ending. */
function matchPattern(pattern: string): ((nameOrPath: string) => boolean) | null {
  const literal = /^[^*?[\\]*/.exec(pattern)![0];
  if (literal === pattern) return (path) => path === pattern;
  if (/^\*[^*?[\\/]*$/.test(pattern)) {
    const ending = pattern.slice(1);
    return (name) => name.endsWith(ending) && !name.includes("/");
  }
  // Git too compares the letters before the first wildcard by themselves, so that `**` may come right behind them.
  const matchesRest = readWildcards(pattern.slice(literal.length));
  return matchesRest && ((path) => path.startsWith(literal) && matchesRest(path.slice(literal.length)));
}

/** No part of the language, but of every host: of Node, of browsers and of their workers. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The text with a letter for each byte of its UTF-8: git counts in bytes, so that `?` is half of an `é`. */
export function bytesOf(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}
