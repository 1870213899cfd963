/** The trusted packages of every scope, with what somebody who keeps the lists should know of each entry. */

import type { Knowledge } from "../core/knowledge/knowledge.ts";
import { normalizeName } from "../core/names.ts";
import { isDay, isNameOrPattern, makeNameRules, type NameRule } from "../core/policy/nameRules.ts";
import type { PolicyLayer } from "../core/policy/policy.ts";
import { isRecord } from "../core/records.ts";
import type { TrustedEntry, TrustMark } from "./protocol.ts";
import { entryKey, type FileSummary } from "./summaries.ts";

/** One scope's settings. */
export interface TrustLayer {
  readonly origin: PolicyLayer["origin"];
  /** The folder's URI where the layer counts in that folder only, else null. */
  readonly folder: string | null;
  readonly values: unknown;
  /** Whether the policy that the layer is a part of ignores entries without a reason. */
  readonly requireReason: boolean;
}

export interface TrustWorld {
  readonly knowledge: Knowledge | null;
  /** Of all open documents, and after a scan of all files. */
  readonly summaries: readonly FileSummary[];
  readonly scanned: boolean;
  /** UTC day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** @param layers the nearest scope last */
export function listTrustedPackages(layers: readonly TrustLayer[], world: TrustWorld): TrustedEntry[] {
  const written = layers.flatMap((layer) => readEntries(layer));
  return written.map((entry, index) => {
    const { lacksReason: _, ...shown } = entry;
    const uses = usesOf(entry, world.summaries);
    return { ...shown, uses, marks: marksOf(entry, written.slice(index + 1), written, uses, world) };
  });
}

interface Written extends Omit<TrustedEntry, "uses" | "marks"> {
  readonly lacksReason: boolean;
}

function readEntries({ origin, folder, values, requireReason }: TrustLayer): Written[] {
  const list = isRecord(values) ? values.trustedPackages : null;
  if (!isRecord(list)) return [];
  return Object.entries(list).map(([key, value]) => {
    // Whatever else stands there trusts the name without saying more.
    const details = isRecord(value) ? value : {};
    const [reason, by, expires] = [details.reason, details.by, details.expires].map(text);
    return {
      origin,
      folder,
      key,
      reason: reason ?? null,
      by: by ?? null,
      expires: expires ?? null,
      lacksReason: requireReason && !reason,
    };
  });
}

function usesOf(entry: Written, summaries: readonly FileSummary[]): number {
  const key = entryKey(entry);
  return summaries
    .filter(({ folder }) => entry.folder === null || entry.folder === folder)
    .reduce((sum, { uses }) => sum + (uses.get(key) ?? 0), 0);
}

function marksOf(
  entry: Written,
  nearer: readonly Written[],
  all: readonly Written[],
  uses: number,
  { knowledge, scanned, today }: TrustWorld,
): TrustMark[] {
  if (!isNameOrPattern(entry.key)) return [{ kind: "wrong-name" }];
  if (entry.expires !== null && !isDay(entry.expires)) return [{ kind: "wrong-day" }];
  if (entry.lacksReason) return [{ kind: "no-reason" }];
  if (isExpired(entry, today)) return [{ kind: "expired" }];
  const marks: TrustMark[] = [];
  const isMalicious = Boolean(knowledge?.malwareEntry(normalizeName(entry.key)));
  if (isMalicious) marks.push({ kind: "malicious" });
  // No pattern covers a malicious name.
  const shadow = sameName(entry, nearer, today) ?? (isMalicious ? null : coveringPattern(entry, all, today));
  if (shadow) marks.push({ kind: "shadowed", by: placeOf(shadow) });
  // What a user trusts is for other workspaces too.
  else if (scanned && uses === 0 && entry.origin.scope !== "user") marks.push({ kind: "unused" });
  return marks;
}

function placeOf({ key, origin, folder }: Written): Pick<TrustedEntry, "key" | "origin" | "folder"> {
  return { key, origin, folder };
}

function sameName(entry: Written, nearer: readonly Written[], today: string): Written | null {
  const name = normalizeName(entry.key);
  return (
    nearer.find((other) => counts(other, today) && meet(entry, other) && normalizeName(other.key) === name) ??
    null
  );
}

function coveringPattern(entry: Written, all: readonly Written[], today: string): Written | null {
  if (entry.key.includes("*")) return null;
  const patterns = all.filter(
    (other) =>
      other.key.includes("*") &&
      counts(other, today) &&
      (other.folder === null || other.folder === entry.folder),
  );
  const covers = (pattern: Written): boolean =>
    makeNameRules([pattern satisfies NameRule], today).pattern(normalizeName(entry.key)) !== null;
  return patterns.find(covers) ?? null;
}

/** Whether there is a folder where both count. */
function meet(one: Written, other: Written): boolean {
  return one.folder === null || other.folder === null || one.folder === other.folder;
}

function counts(entry: Written, today: string): boolean {
  const { key, expires, lacksReason } = entry;
  return (
    !lacksReason && isNameOrPattern(key) && (expires === null || isDay(expires)) && !isExpired(entry, today)
  );
}

function isExpired({ expires }: Written, today: string): boolean {
  return expires !== null && expires < today;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
