/** What manifests say about where single packages come from: `acme = { git = "…" }`, `acme = { index = "private" }`. */

import { type NormalizedName, normalizeName } from "../names.ts";
import { isPyPi } from "./pypi.ts";
import { type TableValue, tablesAt, tablesOf, textAt, type WrittenValue } from "./writtenValues.ts";

/** The URLs of named indexes, by name. */
export type NamedIndexes = ReadonlyMap<string, string>;

/** @param path of the tables that name an index each, with its `name` and `url` */
export function namedIndexesAt(root: WrittenValue, ...paths: readonly string[]): NamedIndexes {
  return new Map(
    paths
      .flatMap((path) => tablesAt(root, path))
      .flatMap((table) => {
        const name = textAt(table, "name")?.value;
        const url = textAt(table, "url")?.value;
        return name !== undefined && url !== undefined ? [[name.toLowerCase(), url] as const] : [];
      }),
  );
}

const PLACES: ReadonlySet<string> = new Set([
  ...["git", "hg", "svn", "bzr", "url", "path", "file", "directory", "archive", "workspace"],
]);
const INDEX_NAMES: ReadonlySet<string> = new Set(["index", "source"]);

/** Whether a package's own settings take it from elsewhere than PyPI: a place of its own, or an index of that name. */
export function comesFromElsewhere(settings: TableValue, indexes: NamedIndexes): boolean {
  return settings.entries.some(
    ({ key, value }) =>
      PLACES.has(key.value) ||
      (INDEX_NAMES.has(key.value) && value.kind === "text" && !isPyPiByName(value.value, indexes)),
  );
}

/** Tools know PyPI by its name, if no index was given that name. */
function isPyPiByName(name: string, indexes: NamedIndexes): boolean {
  const url = indexes.get(name.toLowerCase());
  return url === undefined ? name.toLowerCase() === "pypi" : isPyPi(url);
}

/** The keys of tables whose settings take a package from elsewhere; of several, under conditions, one is enough. */
export function namesFromElsewhere(
  root: WrittenValue,
  paths: readonly string[],
  indexes: NamedIndexes,
): Set<NormalizedName> {
  const entries = paths.flatMap((path) => tablesAt(root, path)).flatMap((table) => table.entries);
  return new Set(
    entries
      .filter(({ value }) => tablesOf(value).some((settings) => comesFromElsewhere(settings, indexes)))
      .map(({ key }) => normalizeName(key.value)),
  );
}
