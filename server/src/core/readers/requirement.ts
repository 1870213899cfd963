/**
 * One requirement in the sense of PEP 508, `requests[security] >= 2.8.1 ; python_version < "3"`, for every format
 * that holds such text. The name is kept where the rest has a slip in it or is only half typed.
 */

import type { TextSpan } from "../reference.ts";
import { BLANK, LETTER, matchAt, skipAt, stripped } from "./characters.ts";

/** All spans are offsets into the requirement's own text. */
export interface Requirement {
  readonly name: TextSpan;
  /** As written, without brackets. */
  readonly extras: readonly string[];
  /** The version clauses as far as they are well formed, without parentheses around them; null where there are none. */
  readonly specifier: TextSpan | null;
  /** From behind the name or its extras to the end of the specifier, where that names one exact version. */
  readonly pin: TextSpan | null;
  /** What follows an `@`; null where there is none or nothing follows it yet. */
  readonly url: TextSpan | null;
}

/** Reads a requirement; null where the text does not start with a name, or goes on like prose. */
export function readRequirement(text: string): Requirement | null {
  const start = skipAt(WHITE_SPACE, text, 0);
  const nameEnd = skipAt(NAME, text, start);
  if (nameEnd === start) return null;

  const extras = readExtras(text, skipAt(SPACES, text, nameEnd));
  const behindExtras = extras?.end ?? nameEnd;
  const rest = text.slice(behindExtras);
  const { start: restStart, end: restEnd } = stripped(rest);
  if (!mayFollow(rest.slice(restStart, restEnd))) return null;
  const detail = skipAt(SPACES, text, behindExtras);
  const source = text[detail] === "@" ? readUrl(text, detail + 1) : readVersions(text, detail);
  return {
    name: { start, end: nameEnd },
    extras: extras?.names ?? [],
    specifier: source.specifier,
    pin: source.exact ? { start: behindExtras, end: source.end } : null,
    url: source.url,
  };
}

const WHITE_SPACE = new RegExp(`[${BLANK}]*`, "y");
const SPACES = /[ \t]*/y;
const NAME = new RegExp(`[${LETTER}](?:[${LETTER}._-]*[${LETTER}])?`, "y");

const EXTRAS = /\[[^[\]]*\]/y;
const EXTRA = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/;

function readExtras(text: string, start: number): { names: string[]; end: number } | null {
  const written = matchAt(EXTRAS, text, start);
  if (written === null) return null;
  const items = written.slice(1, -1).split(",");
  const names = items.map((item) => item.trim()).filter((item) => EXTRA.test(item));
  return { names, end: start + written.length };
}

/** Where a requirement comes from: a URL or, more often, the versions that an index may answer with. */
interface Source {
  readonly specifier: TextSpan | null;
  readonly exact: boolean;
  readonly url: TextSpan | null;
  /** The offset behind all of it, where a marker may follow. */
  readonly end: number;
}

const URL = /[^ \t]+/y;

function readUrl(text: string, behindAt: number): Source {
  const start = skipAt(SPACES, text, behindAt);
  const end = skipAt(URL, text, start);
  return { specifier: null, exact: false, url: end > start ? { start, end } : null, end };
}

// The version grammar of PEP 440, Appendix B. Which of its parts a clause takes depends on the operator.
// Repetitions have a bound, since an endless one could exhaust the stack of the expression.
const RELEASE = "v?(?:\\d+!)?\\d+(?:\\.\\d+){0,99}";
const RELEASE_OF_TWO_OR_MORE_PARTS = RELEASE.replace("{0,", "{1,");
const PRE = "(?:[-_.]?(?:alpha|beta|preview|pre|rc|a|b|c)[-_.]?\\d*)?";
const POST = "(?:-\\d+|[-_.]?(?:post|rev|r)[-_.]?\\d*)?";
const DEV = "(?:[-_.]?dev[-_.]?\\d*)?";
const LOCAL = "(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+){0,99})?";
const CLAUSE = new RegExp(
  [
    `===[${BLANK}]*[^${BLANK},;)]*`,
    `[=!]=[${BLANK}]*${RELEASE}(?:\\.\\*|${PRE}${POST}${DEV}${LOCAL})`,
    `~=[${BLANK}]*${RELEASE_OF_TWO_OR_MORE_PARTS}${PRE}${POST}${DEV}`,
    `(?:<=?|>=?)[${BLANK}]*${RELEASE}${PRE}${POST}${DEV}`,
  ].join("|"),
  "iy",
);

const EXACT = /^===?[^*]*$/;

function readVersions(text: string, start: number): Source {
  const parenthesised = text[start] === "(";
  const first = parenthesised ? skipAt(SPACES, text, start + 1) : start;
  const clauses: string[] = [];
  let lastClauseEnd = first;
  let end = start;
  let position = first;
  for (let clause = matchAt(CLAUSE, text, first); clause !== null; clause = matchAt(CLAUSE, text, position)) {
    clauses.push(clause);
    lastClauseEnd = position + clause.length;
    end = lastClauseEnd;
    position = skipAt(SPACES, text, end);
    if (text[position] !== ",") break;
    end = position + 1;
    position = skipAt(SPACES, text, end);
  }
  if (parenthesised && text[position] === ")") end = position + 1;
  return {
    specifier: clauses.length > 0 ? { start: first, end: lastClauseEnd } : null,
    // Of `==2.0.x` the version is not known: it would leave `.x` behind.
    exact: clauses.some((clause) => EXACT.test(clause)) && /^[ \t;]?$/.test(text.charAt(end)),
    url: null,
    end,
  };
}

/** What may follow a name: all that pip takes, and slips that leave no doubt of what was meant. */
const FOLLOWING: readonly RegExp[] = [
  /^$/,
  // A specifier, or what was to be one: `== latest`, `=2.0`, `>`, `=="2.0"`, `==${VERSION}`; but no `<mail@example.org>`, no `= some words`.
  /^\(?\s*[=!~<>]=\s*\S/,
  /^\(?\s*[=<>!~^]+\s*(?:$|[;,)]|["'^~v]{0,2}[\d*${])/,
  /^\(\s*(?:$|[\d)])/,
  // A version without an operator, or text that is none behind one: `2.0`, `>latest`.
  /^(?:v?\d|[<>]\s*\w)[\w.*+!-]*\s*(?:$|;)/,
  // Extras, a URL or a marker that has only begun; a comma or a backslash too many at the end.
  /^(?:\[[^\]]*|@.*|;.*|,|\\)$/,
];

/** A line of `conda list --export`, `name=version=build`: the names of conda are not those of PyPI. */
const CONDA = /^=[^=\s]+=[^=\s]/;

function mayFollow(rest: string): boolean {
  return !CONDA.test(rest) && FOLLOWING.some((pattern) => pattern.test(rest));
}
