/** Learns which words and affixes are usual, and on which side: pure, so that a test can learn the same again. */

import { findContained } from "../server/src/core/lookalike/contained.ts";
import { type NormalizedName, splitWords } from "../server/src/core/names.ts";
import type { Teachers } from "./heldBack.ts";
import type { Row } from "./tsv.ts";

/** Affixes are learnt beside names of this rank or better: those that are worth imitating. */
const lastTarget = 5_000;
/** Rarer words and affixes say nothing. */
const fewest = { knownNames: 5, honestTargets: 3, maliciousTargets: 2 };

/** Columns `word`, `known_names`. */
export function learnWords({ honest }: Teachers): Row[] {
  const uses = new Map<string, number>();
  for (const name of honest) {
    for (const word of new Set(splitWords(name))) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  return [...uses]
    .filter(([word, count]) => count >= fewest.knownNames && /[a-z]/.test(word))
    .map(([word, count]) => ({ word, known_names: String(count) }));
}

/**
 * Columns `affix`, `honest_targets`, `malicious_targets`, `log_odds`.
 * @param popular in order of rank
 */
export function learnAffixes({ honest, malicious }: Teachers, popular: readonly NormalizedName[]): Row[] {
  const ranks = new Map<string, number>(popular.slice(0, lastTarget).map((name, index) => [name, index + 1]));
  const good = countTargets(honest, ranks);
  const bad = countTargets(malicious, ranks);
  // Both sides are smoothed in proportion to their size: else every affix that is new would look malicious.
  const honestForOneMalicious = sum(good) / sum(bad);
  return [...new Set([...good.keys(), ...bad.keys()])].flatMap((affix) => {
    const [honestTargets, maliciousTargets] = [good.get(affix) ?? 0, bad.get(affix) ?? 0];
    if (honestTargets < fewest.honestTargets && maliciousTargets < fewest.maliciousTargets) return [];
    const odds = Math.log((maliciousTargets + 0.5) / (honestTargets / honestForOneMalicious + 0.5));
    return [
      {
        affix,
        honest_targets: String(honestTargets),
        malicious_targets: String(maliciousTargets),
        log_odds: odds.toFixed(2),
      },
    ];
  });
}

/** The number of distinct targets of each affix: a spam campaign that repeats one on one target counts once. */
function countTargets(
  names: readonly NormalizedName[],
  ranks: ReadonlyMap<string, number>,
): Map<string, number> {
  const targets = new Map<string, Set<number>>();
  const rankOf = (part: string): number | null => ranks.get(part) ?? null;
  for (const name of names) {
    for (const { rank, before, after } of findContained(name, { rankOf })) {
      for (const affix of [before && `${before}-`, after && `-${after}`]) {
        if (affix === "") continue;
        const known = targets.get(affix);
        if (known) known.add(rank);
        else targets.set(affix, new Set([rank]));
      }
    }
  }
  return new Map([...targets].map(([affix, found]) => [affix, found.size]));
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
