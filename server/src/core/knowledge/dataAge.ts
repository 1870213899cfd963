/** How old the facts are by which names are judged, and when that is worth a word: new packages come every day. */

import { type Message, message } from "../messages.ts";
import type { SnapshotDates } from "./knowledge.ts";

/** In days. */
const oldAge = 90;

/**
 * Days since the popular names were listed, to which names are compared.
 * @param today UTC day, `YYYY-MM-DD`
 */
export function ageInDays({ popular }: SnapshotDates, today: string): number {
  const days = Math.round(
    (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${popular}T00:00:00Z`)) / 86_400_000,
  );
  return Math.max(0, days);
}

/** Null where the data is young enough. */
export function describeOldData(dates: SnapshotDates, today: string): Message | null {
  const days = ageInDays(dates, today);
  return days > oldAge ? message("data.old", { date: dates.popular, days }) : null;
}
