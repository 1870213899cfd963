/** The trusted packages of one scope, as they stand in its settings. */

import { isDay, isNameOrPattern } from "../../../server/src/lsp/protocol.ts";

export interface TrustedEntry {
  /** The name or pattern as written. */
  readonly key: string;
  readonly reason: string | null;
  readonly by: string | null;
  /** The last UTC day on which it counts, `YYYY-MM-DD`. */
  readonly expires: string | null;
  /** An entry whose name or day is none is ignored until somebody mends it. */
  readonly state: "counts" | "expired" | "wrong-name" | "wrong-day";
}

/**
 * @param value of `namesake.trustedPackages`; anything that is no list of entries gives none
 * @param today UTC day, `YYYY-MM-DD`
 */
export function readEntries(value: unknown, today: string): TrustedEntry[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value)
    .map(([key, details]) => readEntry(key, details, today))
    .sort((a, b) => a.key.localeCompare(b.key));
}

function readEntry(key: string, value: unknown, today: string): TrustedEntry {
  // Whatever else stands there trusts the name without saying more.
  const details: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  const expires = text(details.expires);
  return {
    key,
    reason: text(details.reason),
    by: text(details.by),
    expires,
    state: stateOf(key, expires, today),
  };
}

function stateOf(key: string, expires: string | null, today: string): TrustedEntry["state"] {
  if (!isNameOrPattern(key)) return "wrong-name";
  if (expires === null) return "counts";
  if (!isDay(expires)) return "wrong-day";
  return expires < today ? "expired" : "counts";
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
