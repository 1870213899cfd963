/**
 * Glob patterns over paths below a folder, with `/` as separator on every platform: `*`, `?` and `[a-z]` within a name,
 * `**` for any folders, `{a,b}` for one or the other, a backslash before what stands for itself, and a `!` at the head for
 * all paths that the rest does not match. Names that begin with a dot count. Takes time of at most the pattern's length
 * times the path's, since a stranger may have written it.
 */

import { anyLetter, type LetterSet, matchSteps, oneLetter, type Step } from "./automaton.ts";
import { readBracket } from "./brackets.ts";

export type PathMatcher = (path: string) => boolean;

/** Whether any of the patterns matches; one that {@link readGlob} does not take matches nothing. */
export function matchAny(patterns: readonly string[]): PathMatcher {
  const known = compiled.get(patterns);
  if (known) return known;
  const matchers = patterns.flatMap((pattern) => readGlob(pattern) ?? []);
  const matcher = (path: string): boolean => matchers.some((matches) => matches(path));
  compiled.set(patterns, matcher);
  return matcher;
}

/** Patterns are read once: a policy's are asked about every file of a project. */
const compiled = new WeakMap<readonly string[], PathMatcher>();

/**
 * Null for what other programs read in another way than we could: ranges of numbers in braces, what repeats or excludes
 * parts in parentheses (`+(a)`, `!(a)`), brackets that are not closed, and braces deeper than anybody writes.
 */
export function readGlob(pattern: string): PathMatcher | null {
  const isNegated = pattern.startsWith("!") && pattern[1] !== "(";
  const written = pattern.slice(isNegated ? 1 : 0);
  const steps = readSteps(written.startsWith("./") ? written.slice(2) : written);
  if (steps === null) return null;
  const matches = matchSteps(steps);
  return isNegated ? (path) => !matches(path) : matches;
}

const withinName: LetterSet = { ranges: "//", others: true };
const anyName: Step = { run: withinName };
const anything: Step = { run: anyLetter };
const anyFolders: Step = { ways: [[], [anything, oneLetter("/")]] };
const anythingBelow: Step = { ways: [[], [oneLetter("/"), anything]] };

const deepestBraces = 20;

function readSteps(pattern: string): Step[] | null {
  const braces = findBraces(pattern);
  if (braces === null) return null;
  /** Of each pair of braces that is open the ways so far, outermost first; the pattern itself is the only way of the first. */
  const open: Step[][][] = [[[]]];
  const add = (step: Step): void => {
    const steps = open.at(-1)!.at(-1)!;
    // Twice the same run is no more than once, but would be followed twice.
    if (steps.at(-1) !== step) steps.push(step);
  };
  for (let at = 0; at < pattern.length; ) {
    if (braces.has(at)) {
      if (pattern[at] === "{") open.push([[]]);
      else if (pattern[at] === ",") open.at(-1)!.push([]);
      else add({ ways: open.pop()! });
      if (open.length > deepestBraces) return null;
      at += 1;
      continue;
    }
    const read = readStep(pattern, at, braces);
    if (read === null) return null;
    add(read.step);
    at = read.end;
  }
  return open[0]![0]!;
}

/** What begins in one of these ways means something else elsewhere: `+(a)`, `{1..9}`. */
const foreign = /^(?:[?*+@!]\(|\{[-\w]+\.\.)/;
const longestForeign = 20;

interface ReadStep {
  readonly step: Step;
  readonly end: number;
}

function readStep(pattern: string, at: number, braces: ReadonlySet<number>): ReadStep | null {
  const letter = pattern[at]!;
  if ("?*+@!{".includes(letter) && foreign.test(pattern.slice(at, at + longestForeign))) return null;
  if (letter === "*") return readStars(pattern, at, braces);
  if (letter === "?") return { step: { one: withinName }, end: at + 1 };
  if (letter === "[") {
    const { set, end } = readBracket(pattern, at)!;
    return { step: { one: set }, end };
  }
  if (letter === "/" && onlyFoldersFollow(pattern, at)) return { step: anythingBelow, end: pattern.length };
  const end = letter === "\\" ? at + 2 : at + 1;
  return end > pattern.length ? null : { step: oneLetter(pattern[end - 1]!), end };
}

/** Whether nothing but `/**` is left: the folder before it matches as well. */
function onlyFoldersFollow(pattern: string, at: number): boolean {
  return at > 0 && pattern.length - at === 3 && pattern.endsWith("/**");
}

function readStars(pattern: string, start: number, braces: ReadonlySet<number>): ReadStep {
  let end = start;
  while (pattern[end] === "*") end += 1;
  const beginsName = start === 0 || pattern[start - 1] === "/" || braces.has(start - 1);
  if (end - start === 1 || !beginsName) return { step: anyName, end };
  if (pattern[end] === "/") return { step: anyFolders, end: end + 1 };
  return { step: end === pattern.length || braces.has(end) ? anything : anyName, end };
}

/**
 * Where braces and commas stand that are no letters: braces without a comma are, as in `{{cookiecutter.name}}`.
 * Null where a bracket is not closed.
 */
function findBraces(pattern: string): ReadonlySet<number> | null {
  const found = new Set<number>();
  const open: { readonly at: number; readonly commas: number[] }[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const letter = pattern[at];
    if (letter === "\\") at += 1;
    else if (letter === "[") {
      const bracket = readBracket(pattern, at);
      if (bracket === null) return null;
      at = bracket.end - 1;
    } else if (letter === "{") open.push({ at, commas: [] });
    else if (letter === ",") open.at(-1)?.commas.push(at);
    else if (letter === "}") {
      const pair = open.pop();
      if (pair && pair.commas.length > 0) for (const place of [pair.at, ...pair.commas, at]) found.add(place);
    }
  }
  return found;
}
