/** The wildcards of git's ignore rules, as git's own `wildmatch` reads them. */

import { anyLetter, type LetterSet, matchSteps, oneLetter, type Step } from "../core/automaton.ts";
import { readBracket } from "../core/brackets.ts";

/**
 * Whether a path matches, `*` and `?` staying within a folder's name and `**` between slashes going through any folders.
 * Takes time of at most the pattern's length times the path's.
 * @param pattern one letter a byte, as the path's
 * @returns null for a pattern that nothing matches, such as one that ends within a bracket
 */
export function readWildcards(pattern: string): ((path: string) => boolean) | null {
  const steps: Step[] = [];
  for (let at = 0; at < pattern.length; ) {
    const letter = pattern[at]!;
    if (letter === "*") {
      const { step, end } = readStars(pattern, at);
      // Twice the same is no more than once, but would be followed twice.
      if (steps.at(-1) !== step) steps.push(step);
      at = end;
    } else if (letter === "[") {
      const bracket = readBracket(pattern, at);
      if (bracket === null) return null;
      steps.push({ one: bracket.set });
      at = bracket.end;
    } else {
      const taken = letter === "\\" ? pattern[at + 1] : letter;
      if (taken === undefined) return null;
      steps.push(letter === "?" ? { one: withinName } : oneLetter(taken));
      at += letter === "\\" ? 2 : 1;
    }
  }
  return matchSteps(steps);
}

const withinName: LetterSet = { ranges: "//", others: true };
const anyName: Step = { run: withinName };
const anything: Step = { run: anyLetter };
/** `**` and the slash behind it: no folder, or any. */
const anyFolders: Step = { ways: [[], [anything, oneLetter("/")]] };

function readStars(pattern: string, start: number): { readonly step: Step; readonly end: number } {
  let end = start;
  while (pattern[end] === "*") end += 1;
  const beginsName = start === 0 || pattern[start - 1] === "/";
  if (end - start === 1 || !beginsName) return { step: anyName, end };
  if (pattern[end] === "/") return { step: anyFolders, end: end + 1 };
  const endsName = end === pattern.length || pattern.startsWith("\\/", end);
  return { step: endsName ? anything : anyName, end };
}
