/** uv.lock, which uv writes. */

import type { Reading } from "../reference.ts";
import { readLockInToml } from "./lockedPackages.ts";
import { isPyPi } from "./pypi.ts";
import { type TableValue, tablesAt, textAt } from "./writtenValues.ts";

export function readUvLock(text: string): Reading {
  return readLockInToml(text, "package", isFromElsewhere);
}

/** `source = { registry = "…" }`, or with `git`, `url`, `path`, `directory`, `editable`, `virtual` for the key. */
function isFromElsewhere(table: TableValue): boolean {
  const registry = textAt(table, "source.registry");
  return registry === null ? tablesAt(table, "source").length > 0 : !isPyPi(registry.value);
}
