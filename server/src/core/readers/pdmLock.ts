/** pdm.lock, which PDM writes. */

import type { Reading } from "../reference.ts";
import { readLockInToml } from "./lockedPackages.ts";
import type { TableValue } from "./writtenValues.ts";

export function readPdmLock(text: string): Reading {
  return readLockInToml(text, "package", isFromElsewhere);
}

const PLACES: ReadonlySet<string> = new Set(["git", "hg", "svn", "bzr", "url", "path"]);

function isFromElsewhere(table: TableValue): boolean {
  return table.entries.some(({ key }) => PLACES.has(key.value));
}
