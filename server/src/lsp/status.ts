/** What the server can tell of itself: whether it judges a document, by what data, and how old that is. */

import { say } from "./language.ts";
import type { LoadedKnowledge } from "./loadKnowledge.ts";
import type { Status } from "./protocol.ts";

export function describeStatus(
  loaded: LoadedKnowledge,
  findings: number | null,
  scannedFiles: number | null,
  now: Date,
): Status {
  return {
    problem: loaded.knowledge ? null : say(loaded.problem),
    dates: loaded.knowledge?.dates ?? null,
    ageInDays: loaded.knowledge ? daysSince(loaded.knowledge.dates.popular, now) : 0,
    findings,
    scannedFiles,
  };
}

function daysSince(day: string, now: Date): number {
  const days = Math.floor((now.getTime() - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
  return Math.max(0, days);
}
