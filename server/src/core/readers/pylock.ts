/** pylock.toml, the lock file of PEP 751. */

import type { Reading } from "../reference.ts";
import { readLockInToml } from "./lockedPackages.ts";
import { isPyPi } from "./pypi.ts";
import { type TableValue, textAt } from "./writtenValues.ts";

export function readPylock(text: string): Reading {
  return readLockInToml(text, "packages", isFromElsewhere);
}

const PLACES: ReadonlySet<string> = new Set(["vcs", "directory", "archive"]);

/** A package need not say which index it is from. */
function isFromElsewhere(table: TableValue): boolean {
  const index = textAt(table, "index");
  return (index !== null && !isPyPi(index.value)) || table.entries.some(({ key }) => PLACES.has(key.value));
}
