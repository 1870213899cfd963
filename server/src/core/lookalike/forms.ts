/** The shapes of a name in which it is compared: without separators, in sorted order, and bare of what merely says "Python" or "library". */

import { type NormalizedName, splitWords } from "../names.ts";

/** A name taken apart: `python3-dateutil` is the core `dateutil`, said to be for Python at the front, with number 3. */
export interface Form {
  /** Without separators; at least three characters, else nothing was taken off. */
  readonly core: string;
  /** How the name says Python, with the place: `py-`, `-py`, `python-`, `-python`; empty where it does not. */
  readonly python: string;
  /** `lib-`, `-lib`, or empty. */
  readonly library: string;
  /** The digits at the end of the name, or after `python` or `py`; empty where there are none. */
  readonly number: string;
}

export function joinWords(name: string): string {
  return name.replaceAll("-", "");
}

/** Equal for names with the same words in any order. */
export function sortWords(name: NormalizedName): string {
  return splitWords(name).sort().join(" ");
}

export function formOf(name: NormalizedName): Form {
  const number = takeNumber(name);
  const python = takeAffix(number.rest, "python") ?? takeAffix(number.rest, "py");
  const library = takeAffix(python?.rest ?? number.rest, "lib");
  return {
    core: joinWords(library?.rest ?? python?.rest ?? number.rest),
    python: python?.affix ?? "",
    library: library?.affix ?? "",
    number: number.digits || (python?.digits ?? ""),
  };
}

const minimumCore = 3;

/** Whether anything could be taken off the name: a quick look that spares most names the rest. */
export function mayHaveAffix(name: string): boolean {
  return /^(py|lib)|(py|python|lib|\d)$/.test(name);
}

/** Digits at the end, with a `v` or a hyphen before them: `-v2`, `3`. */
function takeNumber(name: string): { rest: string; digits: string } {
  let start = name.length;
  while (isDigit(name.charCodeAt(start - 1))) start -= 1;
  if (start === name.length) return { rest: name, digits: "" };
  const bare = name.slice(0, start).replace(/-?v?$/, "");
  const enough = joinWords(bare).length >= minimumCore && /[a-z]/.test(bare);
  return enough ? { rest: bare, digits: name.slice(start) } : { rest: name, digits: "" };
}

/** The word at the front, with at most one digit after it (`python3-`, `py-`), or else at the end (`-python3`, `py`). */
function takeAffix(name: string, word: string): { rest: string; affix: string; digits: string } | null {
  if (name.startsWith(word)) {
    const digits = isDigit(name.charCodeAt(word.length)) ? name[word.length]! : "";
    const rest = name.slice(word.length + digits.length).replace(/^-/, "");
    if (joinWords(rest).length >= minimumCore) return { rest, affix: `${word}-`, digits };
  }
  const digits = isDigit(name.charCodeAt(name.length - 1)) ? name.at(-1)! : "";
  const end = name.length - digits.length;
  if (!name.startsWith(word, end - word.length)) return null;
  const rest = name.slice(0, end - word.length).replace(/-$/, "");
  return joinWords(rest).length >= minimumCore ? { rest, affix: `-${word}`, digits } : null;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
