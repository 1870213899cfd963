/** poetry.lock, which Poetry writes. */

import type { Reading } from "../reference.ts";
import { readLockInToml } from "./lockedPackages.ts";
import { isPyPi } from "./pypi.ts";
import { type TableValue, tablesAt, textAt } from "./writtenValues.ts";

export function readPoetryLock(text: string): Reading {
  return readLockInToml(text, "package", isFromElsewhere);
}

/** `[package.source]` is there for all but PyPI; of type `legacy` it is another index, or PyPI under an address of its own. */
function isFromElsewhere(table: TableValue): boolean {
  if (tablesAt(table, "source").length === 0) return false;
  const isIndex = textAt(table, "source.type")?.value === "legacy";
  return !(isIndex && isPyPi(textAt(table, "source.url")?.value ?? ""));
}
