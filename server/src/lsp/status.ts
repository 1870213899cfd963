/** What the server can tell of itself: whether it judges a document, by what data, and how old that is. */

import { ageInDays, describeOldData } from "../core/knowledge/dataAge.ts";
import { say } from "./language.ts";
import type { LoadedKnowledge } from "./loadKnowledge.ts";
import type { Status } from "./protocol.ts";

export function describeStatus(
  loaded: LoadedKnowledge,
  findings: number | null,
  scannedFiles: number | null,
  now: Date,
): Status {
  const today = now.toISOString().slice(0, 10);
  const old = loaded.knowledge && describeOldData(loaded.knowledge.dates, today);
  return {
    problem: loaded.knowledge ? null : say(loaded.problem),
    dates: loaded.knowledge?.dates ?? null,
    ageInDays: loaded.knowledge ? ageInDays(loaded.knowledge.dates, today) : 0,
    oldData: old && say(old),
    findings,
    scannedFiles,
  };
}
