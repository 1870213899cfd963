/**
 * Trains the weights of the evidence and writes `server/src/core/lookalike/weights.ts`: `node scripts/run.mjs data/train.ts`.
 *
 * Honest names are the popular ones of rank 5,001 to 15,000, judged as strangers, and a part of the obscure tail. Attacks are
 * malicious names and made ones. The attacks that detection is measured with are not among them: see `heldBack.ts`.
 */

import { readFileSync, writeFileSync } from "node:fs";
import type { Knowledge } from "../server/src/core/knowledge/knowledge.ts";
import { limitKnowledge } from "../server/src/core/knowledge/limitKnowledge.ts";
import { encodeKnowledge, openKnowledge } from "../server/src/core/knowledge/openKnowledge.ts";
import { type Explanation, explanations } from "../server/src/core/lookalike/index.ts";
import type { Evidence, Sensitivity } from "../server/src/core/lookalike/technique.ts";
import type { NormalizedName } from "../server/src/core/names.ts";
import { makeAttacks, seededRandom } from "./attacks.ts";
import { isHeldBack, selectTeachers } from "./heldBack.ts";
import { readFacts } from "./readFacts.ts";
import { type Example, fitWeights } from "./regression.ts";
import { parseTsv } from "./tsv.ts";

/**
 * The share of honest names that each sensitivity may speak of, a little below the bar of `docs/detection.md`: other rules
 * add about one stranger in a thousand (standard-library modules and names of modules).
 */
const noiseAllowed = {
  quiet: { strangers: 0.0052, tail: 0.0105 },
  balanced: { strangers: 0.0232, tail: 0.032 },
  strict: { strangers: 0.0575, tail: 0.066 },
};

const facts = readFacts("data");
const random = seededRandom(20_261_123);
const all = openKnowledge(encodeKnowledge(facts)) as Knowledge;
const unlisted = limitKnowledge(all, { without: ["malicious", "known-names"] });
const top = limitKnowledge(all, { top: 5_000, without: ["malicious", "known-names"] });

const popular = facts.popular.map((row) => row.name);
const teachers = selectTeachers(facts);
const maliciousAffixes = parseTsv(readFileSync("data/learnt/affixes.tsv", "utf8"))
  .filter((row) => Number(row.malicious_targets) > 0)
  .map((row) => row.affix!);
const usualWords = [...facts.words]
  .filter(([word, uses]) => uses >= 60 && word.length > 2)
  .flatMap(([word]) => [`-${word}`, `${word}-`]);
const affixes = { malicious: maliciousAffixes, usual: usualWords };
const attacks = makeAttacks(24_000, popular, affixes, random).filter(({ name }) => !all.isKnown(name));

const strangers = popular.slice(5_000, 15_000).map((name) => honest(name, top, 3));
const tail = teachers.honest
  .filter((_, index) => index % 8 === 0)
  .map((name) => honest(name, unlisted, 0.25));
const examples: Example[] = [
  ...strangers,
  ...tail,
  ...teachers.malicious.map((name) => reportedAttack(name)),
  ...attacks.filter(({ name }) => !isHeldBack(name)).map(({ name, target }) => madeAttack(name, target)),
];
const weights = fitWeights(examples, { rounds: 600, ridge: 1 });
const order: readonly Sensitivity[] = ["quiet", "balanced", "strict"];
const thresholds = order.map((sensitivity) => `${sensitivity}: ${thresholdFor(sensitivity).toFixed(2)}`);
write(weights, thresholds);

interface Honest extends Example {
  readonly found: readonly Explanation[];
}

function honest(name: NormalizedName, knowledge: Knowledge, weight: number): Honest {
  const found = explanations(name, knowledge);
  return { attack: false, weight, found, explanations: found.map(({ candidate }) => candidate.evidence) };
}

/** Most resemble nothing, and what the others imitate is not on record: a weak teacher. */
function reportedAttack(name: NormalizedName): Example {
  return { ...honest(name, unlisted, 0.3), attack: true };
}

function madeAttack(name: NormalizedName, target: NormalizedName): Example {
  const right: Evidence[] = [];
  const wrong: Evidence[] = [];
  for (const { candidate } of explanations(name, unlisted)) {
    (popular[candidate.rank - 1] === target ? right : wrong).push(candidate.evidence);
  }
  return { attack: true, weight: 0.25, explanations: right, wrong };
}

/** The lowest score that leaves no more than the allowed share of strangers and of the tail spoken of. */
function thresholdFor(sensitivity: Sensitivity): number {
  const allowed = noiseAllowed[sensitivity];
  const ofStrangers = scoreAtShare(strangers, allowed.strangers);
  return Math.max(ofStrangers, scoreAtShare(tail, allowed.tail));

  function scoreAtShare(names: readonly Honest[], share: number): number {
    const scores = names.map(({ found }) => Math.max(...found.map(scoreOf)));
    return scores.sort((a, b) => b - a)[Math.floor(share * names.length)]!;
  }

  /** Endless for what is spoken of at this sensitivity whatever it weighs. */
  function scoreOf({ candidate: { evidence, spokenOfFrom: from } }: Explanation): number {
    if (from !== undefined && order.indexOf(from) <= order.indexOf(sensitivity))
      return Number.POSITIVE_INFINITY;
    return Object.entries(evidence).reduce((sum, [name, amount]) => sum + amount * weights.get(name)!, 0);
  }
}

function write(trained: ReadonlyMap<string, number>, thresholds: readonly string[]): void {
  const rows = [...trained].map(([name, weight]) => `  ${JSON.stringify(name)}: ${weight.toFixed(2)},`);
  writeFileSync(
    "server/src/core/lookalike/weights.ts",
    `/**
 * How much each piece of evidence counts, on the scale of natural log-odds: above zero speaks for an attack.
 * Written by \`data/train.ts\`; train again rather than edit.
 */
export const weights: Readonly<Record<string, number>> = {
${rows.join("\n")}
};

/** The score from which a name is spoken of, where nothing is known of it. */
export const thresholds = { ${thresholds.join(", ")} } as const;
`,
  );
}
