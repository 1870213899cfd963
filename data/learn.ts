/**
 * Learns which words and affixes are usual, from the lists in `data/sources`, and writes `data/learnt`:
 * `node scripts/run.mjs data/learn.ts`. Run it when the lists are renewed; the build only reads the result.
 *
 * Popular names teach nothing here, nor do the names that detection is measured with: see `heldBack.ts`.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findContained } from "../server/src/core/lookalike/contained.ts";
import { type NormalizedName, splitWords } from "../server/src/core/names.ts";
import { isHeldBack, isMeasuredTail, learningEnds } from "./heldBack.ts";
import { readFacts } from "./readFacts.ts";
import { formatTsv, type Provenance, type Row } from "./tsv.ts";

/** Affixes are learnt beside names of this rank or better: those that are worth imitating. */
const lastTarget = 5_000;
/** A word that fewer known names use says nothing. */
const fewestUses = 5;

const facts = readFacts("data");
const honest = facts.known.filter((name) => !isMeasuredTail(name) && !isHeldBack(name));
const malicious = facts.malicious
  .filter((row) => row.reported < learningEnds && !isHeldBack(row.name))
  .map((row) => row.name);
const ranks = new Map<string, number>(
  facts.popular.slice(0, lastTarget).map((row, index) => [row.name, index + 1]),
);

const words = new Map<string, number>();
for (const name of honest) {
  for (const word of new Set(splitWords(name))) words.set(word, (words.get(word) ?? 0) + 1);
}
write(
  "words.tsv",
  ["word", "known_names"],
  [...words]
    .filter(([word, uses]) => uses >= fewestUses && /[a-z]/.test(word))
    .map(([word, uses]) => ({ word, known_names: String(uses) })),
  "Words that known names are made of, with the number of names that use them.",
);

const honestAffixes = countAffixes(honest);
const maliciousAffixes = countAffixes(malicious);
/** How many honest uses stand against one malicious one, all affixes together. */
const prior = sum(honestAffixes) / sum(maliciousAffixes);
write(
  "affixes.tsv",
  ["affix", "honest_targets", "malicious_targets", "log_odds"],
  [...new Set([...honestAffixes.keys(), ...maliciousAffixes.keys()])].flatMap((affix) => {
    const good = honestAffixes.get(affix) ?? 0;
    const bad = maliciousAffixes.get(affix) ?? 0;
    if (good < 3 && bad < 2) return [];
    const odds = Math.log((bad + 0.5) / (good / prior + 0.5));
    return [
      { affix, honest_targets: String(good), malicious_targets: String(bad), log_odds: odds.toFixed(2) },
    ];
  }),
  "Affixes, by the number of popular names that honest and malicious names put them on.",
);

/** Distinct targets of each affix: a spam campaign that repeats one affix on one target counts once. */
function countAffixes(names: readonly NormalizedName[]): Map<string, number> {
  const targets = new Map<string, Set<number>>();
  for (const name of names) {
    for (const { rank, before, after } of findContained(name, {
      rankOf: (part) => ranks.get(part) ?? null,
    })) {
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

function write(file: string, columns: readonly string[], rows: readonly Row[], what: string): void {
  const key = columns[0]!;
  const provenance: Provenance = {
    what,
    sources: ["data/sources/known_names.tsv", "data/sources/malicious.tsv", "data/sources/popular.tsv"],
    snapshot: facts.dates.malicious,
    licence: "facts; the licences of the sources as stated there",
    generator: "data/learn.ts",
  };
  mkdirSync(join("data", "learnt"), { recursive: true });
  const sorted = rows.toSorted((a, b) => (a[key]! < b[key]! ? -1 : 1));
  writeFileSync(join("data", "learnt", file), formatTsv(provenance, columns, sorted));
  console.log(`data/learnt/${file}: ${rows.length} rows`);
}
