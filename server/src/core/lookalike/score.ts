/** How much a resemblance counts: the weighted sum of its evidence, on the scale of natural log-odds. */

import type { Evidence } from "./technique.ts";
import { weights } from "./weights.ts";

export function scoreOf(evidence: Evidence): number {
  let score = 0;
  for (const name in evidence) score += evidence[name]! * (weights[name] ?? 0);
  return score;
}
