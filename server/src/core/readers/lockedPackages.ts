/** Packages in lock files: a name and the version that was chosen for it. Nothing is mended there. */

import { type DistributionReference, nothingRead, type Reading } from "../reference.ts";
import { ignoresIn, readToml } from "./toml.ts";
import { placeOf, type TableValue, type TextValue, tablesAt, textAt } from "./writtenValues.ts";

/**
 * Reads a lock file in TOML that has a table for each package, with its `name` and `version`.
 * @param packages the key of these tables
 * @param isFromElsewhere whether a package's table says that it comes from elsewhere than PyPI
 */
export function readLockInToml(
  text: string,
  packages: string,
  isFromElsewhere: (table: TableValue) => boolean,
): Reading {
  const { root, comments } = readToml(text, FILES);
  const references = tablesAt(root, packages)
    .flatMap((table) => {
      const name = textAt(table, "name");
      const version = textAt(table, "version")?.value;
      return name?.value ? lockedPackage(name, version ? `==${version}` : null, isFromElsewhere(table)) : [];
    })
    .sort((a, b) => a.span.start - b.span.start);
  return { ...nothingRead, references, ignores: ignoresIn(text, comments) };
}

/** The files that packages can be installed from, which are most of a lock file. */
const FILES: ReadonlySet<string> = new Set(["wheels", "files"]);

export function lockedPackage(
  name: TextValue,
  specifier: string | null,
  direct: boolean,
): DistributionReference {
  return {
    kind: "distribution",
    name: name.value,
    span: placeOf(name),
    specifier,
    extras: [],
    pin: null,
    hashes: [],
    removal: null,
    direct,
  };
}
