/** The value of `namesake.trustedPackages` after changes, by the same rules as the server's edits of a file. */

import { normalizeName, type PolicyChange } from "../../../server/src/lsp/protocol.ts";

export interface ChangedEntries {
  readonly entries: Readonly<Record<string, unknown>>;
  /** The changes that give the entries back. */
  readonly undo: readonly PolicyChange[];
}

/** Null where nothing is to do. A value that is no object counts as empty. */
export function changeEntries(value: unknown, changes: readonly PolicyChange[]): ChangedEntries | null {
  const before: Readonly<Record<string, unknown>> =
    typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  const entries = changes.reduce(carryOut, before);
  if (JSON.stringify(entries) === JSON.stringify(before)) return null;
  return { entries, undo: changes.map(({ name }) => restore(before, name)) };
}

function carryOut(entries: Readonly<Record<string, unknown>>, change: PolicyChange): Record<string, unknown> {
  const key = keyOf(entries, change.name);
  if (change.kind === "trust") return { ...entries, [key ?? change.name]: { ...change.details } };
  const wanted = normalizeName(change.name);
  return Object.fromEntries(Object.entries(entries).filter(([each]) => normalizeName(each) !== wanted));
}

function restore(before: Readonly<Record<string, unknown>>, name: string): PolicyChange {
  const key = keyOf(before, name);
  if (key === undefined) return { kind: "untrust", name };
  const details = before[key];
  return {
    kind: "trust",
    name: key,
    details: typeof details === "object" && details !== null ? details : {},
  };
}

function keyOf(entries: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const wanted = normalizeName(name);
  return Object.keys(entries).find((key) => normalizeName(key) === wanted);
}
