/** The value of `namesake.trustedPackages` after a change, by the same rules as the server's edits of a file. */

import { normalizeName, type PolicyChange } from "../../../server/src/lsp/protocol.ts";

/** Null where nothing is to do. A value that is no object counts as empty. */
export function changeEntries(value: unknown, change: PolicyChange): Record<string, unknown> | null {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const wanted = normalizeName(change.name);
  const present = entries.find(([key]) => normalizeName(key) === wanted);
  if (change.kind === "untrust") {
    return present ? Object.fromEntries(entries.filter(([key]) => normalizeName(key) !== wanted)) : null;
  }
  return { ...Object.fromEntries(entries), [present?.[0] ?? change.name]: { ...change.details } };
}
