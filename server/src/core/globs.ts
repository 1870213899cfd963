/** Glob patterns over paths below a folder, with `/` as separator on every platform. */

import picomatch from "picomatch/posix.js";

/** Whether any of the patterns matches. A malformed pattern matches nothing. */
export type PathMatcher = (path: string) => boolean;

export function matchAny(patterns: readonly string[]): PathMatcher {
  const matchers = patterns.flatMap((pattern): PathMatcher[] => {
    try {
      return [picomatch(pattern, { dot: true })];
    } catch {
      return [];
    }
  });
  return (path) => matchers.some((matches) => matches(path));
}
