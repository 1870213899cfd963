/** The trusted packages of every scope, with what somebody who keeps the lists should know of each entry. */

import type { Knowledge } from "../core/knowledge/knowledge.ts";
import { normalizeName } from "../core/names.ts";
import { isDay, isNameOrPattern, makeNameRules, type NameRules } from "../core/policy/nameRules.ts";
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
  const shadows = findShadows(written, world.today);
  return written.map((entry) => {
    const { lacksReason: _, ...shown } = entry;
    const uses = usesOf(entry, world.summaries);
    return { ...shown, uses, marks: marksOf(entry, shadows, uses, world) };
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
  { sameName, coveringPattern }: Shadows,
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
  const shadow = sameName(entry) ?? (isMalicious ? null : coveringPattern(entry));
  if (shadow) marks.push({ kind: "shadowed", by: placeOf(shadow) });
  // What a user trusts is for other workspaces too.
  else if (scanned && uses === 0 && entry.origin.scope !== "user") marks.push({ kind: "unused" });
  return marks;
}

function placeOf({ key, origin, folder }: Written): Pick<TrustedEntry, "key" | "origin" | "folder"> {
  return { key, origin, folder };
}

/** What makes an entry needless. */
interface Shadows {
  /** An entry of the same name in a nearer scope, which may be written in another way. */
  sameName(entry: Written): Written | null;
  /** A pattern that says the same of a name. */
  coveringPattern(entry: Written): Written | null;
}

/** A list may have many entries, so that they are not looked through for each. */
function findShadows(written: readonly Written[], today: string): Shadows {
  const counting = written.filter((entry) => counts(entry, today));
  const ofSameName = findNearer(counting);
  const patterns = counting.filter(({ key }) => key.includes("*"));
  const ofFolder = new Map<string | null, NameRules>();

  function patternsIn(folder: string | null): NameRules {
    const known = ofFolder.get(folder);
    if (known) return known;
    const there = patterns.filter((pattern) => pattern.folder === null || pattern.folder === folder);
    const made = makeNameRules(there, today);
    ofFolder.set(folder, made);
    return made;
  }

  return {
    sameName: (entry) => ofSameName.get(entry) ?? null,
    coveringPattern({ key, folder }) {
      // The rules that come out are those that went in.
      const rule = key.includes("*") ? null : patternsIn(folder).pattern(normalizeName(key));
      return rule as Written | null;
    },
  };
}

/** For each entry the next one of its name that counts in a folder where it counts too. */
function findNearer(counting: readonly Written[]): ReadonlyMap<Written, Written> {
  const nearer = new Map<Written, Written>();
  const next = new Map<string, number>();
  for (const [fromEnd, entry] of counting.toReversed().entries()) {
    const { key, folder } = entry;
    const name = normalizeName(key);
    // What counts everywhere meets what counts anywhere.
    const places = (folder === null ? ["any"] : ["every", folder]).flatMap(
      (where) => next.get(`${where} ${name}`) ?? [],
    );
    if (places.length > 0) nearer.set(entry, counting[Math.min(...places)]!);
    for (const where of ["any", folder ?? "every"])
      next.set(`${where} ${name}`, counting.length - 1 - fromEnd);
  }
  return nearer;
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
