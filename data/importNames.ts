/** Which rows of the import table to believe: its older sources hold odd ones. */

import { type NormalizedName, normalizeName } from "../server/src/core/names.ts";
import type { Row } from "./tsv.ts";

/** Generated from wheels of 2022 without review: believed only where no reviewed source speaks, or where the names agree. */
const unreviewedSource = "upm-legacy2022";

/**
 * The distributions of each module, most popular first. Once a popular project provides a module, obscure ones that
 * claim it too (forks, look-alikes, names from before a rename) are left out: they must not be offered as a fix.
 */
export function distributionsByModule(
  rows: readonly Row[],
  rankOf: ReadonlyMap<NormalizedName, number>,
): Map<string, NormalizedName[]> {
  const byModule = groupByModule(rows.filter(isImportable));
  const distributions = new Map<string, NormalizedName[]>();
  for (const [module, claims] of byModule) {
    const reviewed = claims.filter((row) => row.sources !== unreviewedSource);
    const believed =
      reviewed.length === 0
        ? claims
        : [...reviewed, ...claims.filter((row) => row.sources === unreviewedSource && agrees(row))];
    const names = [...new Set(believed.map((row) => normalizeName(row.distribution!)))];
    const popular = names.filter((name) => rankOf.has(name));
    const rank = (name: NormalizedName): number => rankOf.get(name) ?? Number.POSITIVE_INFINITY;
    const kept = popular.length > 0 ? popular : names;
    distributions.set(
      module,
      kept.sort((a, b) => (rank(a) === rank(b) ? (a < b ? -1 : 1) : rank(a) - rank(b))),
    );
  }
  return distributions;
}

function isImportable(row: Row): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(row.module!);
}

function agrees(row: Row): boolean {
  return normalizeName(row.module!) === normalizeName(row.distribution!);
}

function groupByModule(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.module!);
    if (group) group.push(row);
    else groups.set(row.module!, [row]);
  }
  return groups;
}
