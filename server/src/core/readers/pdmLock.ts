/** pdm.lock, which PDM writes. */

import type { Reading } from "../reference.ts";
import type { Reader } from "./index.ts";
import { readLockInToml } from "./lockedPackages.ts";
import type { TableValue } from "./writtenValues.ts";

export const pdmLockReader: Reader = {
  id: "pdm-lock",
  title: "pdm.lock",
  patterns: ["**/pdm.lock"],
  languageId: null,
  role: "lock",
  read: readPdmLock,
};

function readPdmLock(text: string): Reading {
  return readLockInToml(text, "package", isFromElsewhere);
}

const PLACES: ReadonlySet<string> = new Set(["git", "hg", "svn", "bzr", "url", "path"]);

function isFromElsewhere(table: TableValue): boolean {
  return table.entries.some(({ key }) => PLACES.has(key.value));
}
