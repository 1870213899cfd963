/** Glob patterns over paths below a folder, with `/` as separator on every platform. */

import picomatch from "picomatch/posix.js";

/** Whether any of the patterns matches. A malformed pattern matches nothing. */
export type PathMatcher = (path: string) => boolean;

/** Files whose names begin with a dot count, and wildcards take in line breaks: a name may hold some on most systems. */
export const globOptions = { dot: true, flags: "s" } as const;

/** Patterns are compiled once: a policy's are asked about every file of a project. */
export function matchAny(patterns: readonly string[]): PathMatcher {
  const known = compiled.get(patterns);
  if (known) return known;
  const matcher = compile(patterns);
  compiled.set(patterns, matcher);
  return matcher;
}

const compiled = new WeakMap<readonly string[], PathMatcher>();

function compile(patterns: readonly string[]): PathMatcher {
  const matchers = patterns.flatMap((pattern): PathMatcher[] => {
    try {
      return [picomatch(pattern, globOptions)];
    } catch {
      return [];
    }
  });
  return (path) => matchers.some((matches) => matches(path));
}
