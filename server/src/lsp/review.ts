/** The flagged names of the workspace, by package, for somebody who goes through them in one pass. */

import { normalizeName } from "../core/names.ts";
import { type Severity, severities } from "../core/policy/policy.ts";
import type { ReviewedPackage, ReviewedPlace } from "./protocol.ts";
import type { FileSummary } from "./summaries.ts";

export function reviewPackages(summaries: readonly FileSummary[]): ReviewedPackage[] {
  const packages = new Map<string, ReviewedPlace[]>();
  const byUri = summaries.toSorted((a, b) => compare(a.uri, b.uri));
  for (const place of byUri.flatMap(({ places }) => places)) {
    // A distribution and the module of its name are one thing to decide about.
    const key = normalizeName(place.name);
    packages.set(key, [...(packages.get(key) ?? []), place]);
  }
  return [...packages.entries()]
    .map(([key, places]) => ({ key, worst: worstOf(places), places }))
    .sort((a, b) => a.worst - b.worst || compare(a.key, b.key))
    .map(({ places }) => ({ name: places[0]!.name, places }));
}

/** The place of the most severe finding among {@link severities}. */
function worstOf(places: readonly ReviewedPlace[]): number {
  return Math.min(...places.map(({ severity }) => rank(severity)));
}

function rank(severity: Severity): number {
  return severities.indexOf(severity);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
