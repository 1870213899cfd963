/** Names a finding in a way that outlives edits around it, so that services recognise it from run to run. */

import { createHash } from "node:crypto";
import { normalizeName } from "../../core/names.ts";
import type { LocatedFinding } from "../report.ts";

/** For each finding in turn. Lines do not count; of equal findings in one file the first, second, … are told apart. */
export function fingerprints(findings: readonly LocatedFinding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ path, code, kind, name }) => {
    const key = JSON.stringify([path, code, kind, normalizeName(name)]);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return createHash("sha256").update(`${key}#${occurrence}`).digest("hex");
  });
}
