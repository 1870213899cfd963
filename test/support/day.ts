/** The day on which a program runs, for tests: what it says of the age of its data does not depend on when they run. */

import { fileURLToPath } from "node:url";
import { shippedKnowledge } from "./knowledge.ts";

/** The script that sets it. */
export const clock = fileURLToPath(new URL("clock.cjs", import.meta.url));

/** Days after the one by which the age of the data that ships is counted, as `YYYY-MM-DD`. */
export function dayOfData(later = 0): string {
  const { popular } = shippedKnowledge().dates;
  return new Date(Date.parse(popular) + later * 86_400_000).toISOString().slice(0, 10);
}

export interface Day {
  /** For Node, before the program and all else that is loaded before it. */
  readonly options: readonly string[];
  /** Added to the program's environment. */
  readonly environment: Readonly<Record<string, string>>;
}

/** @param script a copy of {@link clock}, where the program cannot read ours */
export function onDay(day: string, script = clock): Day {
  return { options: ["--require", script], environment: { NAMESAKE_TODAY: day } };
}
