/** Logistic regression over names that each have several explanations: a name is as suspicious as its best one. */

import type { Evidence } from "../server/src/core/lookalike/technique.ts";

export interface Example {
  readonly attack: boolean;
  /** How much the example counts. */
  readonly weight: number;
  /** The evidence of each explanation; of an attack whose target is known, those that name it. */
  readonly explanations: readonly Evidence[];
  /** The evidence of explanations that name a wrong target; they should score less than the best right one. */
  readonly wrong?: readonly Evidence[];
}

export interface Settings {
  readonly rounds: number;
  /** How strongly weights are drawn towards zero. */
  readonly ridge: number;
}

/** Fits weights on the scale of natural log-odds with Adam on the whole set. The same on every run. */
export function fitWeights(examples: readonly Example[], { rounds, ridge }: Settings): Map<string, number> {
  const names = [
    ...new Set(examples.flatMap((one) => one.explanations.flatMap((evidence) => Object.keys(evidence)))),
  ].sort();
  const column = new Map(names.map((name, index) => [name, index]));
  const row = (evidence: Evidence): Row => ({
    columns: Uint16Array.from(Object.keys(evidence), (name) => column.get(name) ?? names.length),
    values: Float64Array.from(Object.values(evidence)),
  });
  const prepared = examples
    .filter((one) => one.explanations.length > 0)
    .map((one) => ({ ...one, explanations: one.explanations.map(row), wrong: (one.wrong ?? []).map(row) }));
  const total = prepared.reduce((sum, one) => sum + one.weight, 0);
  const weights = new Float64Array(names.length);
  const mean = new Float64Array(names.length);
  const square = new Float64Array(names.length);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = weights.map((weight) => (ridge * weight) / total);
    for (const { attack, weight, explanations, wrong } of prepared) {
      const best = strongest(explanations, weights);
      const error = (weight / total) * (logistic(best.score) - (attack ? 1 : 0));
      add(gradient, best.row, error);
      if (wrong.length === 0) continue;
      const rival = strongest(wrong, weights);
      const confusion = (weight / total) * logistic(rival.score - best.score);
      add(gradient, best.row, -confusion);
      add(gradient, rival.row, confusion);
    }
    const rate = 0.1 / (1 + round / 200);
    for (let index = 0; index < weights.length; index += 1) {
      mean[index] = 0.9 * mean[index]! + 0.1 * gradient[index]!;
      square[index] = 0.999 * square[index]! + 0.001 * gradient[index]! ** 2;
      const step =
        mean[index]! / (1 - 0.9 ** round) / (Math.sqrt(square[index]! / (1 - 0.999 ** round)) + 1e-9);
      weights[index]! -= rate * step;
    }
  }
  return new Map(names.map((name, index) => [name, weights[index]!]));
}

interface Row {
  readonly columns: Uint16Array;
  readonly values: Float64Array;
}

function strongest(rows: readonly Row[], weights: Float64Array): { row: Row; score: number } {
  let best = { row: rows[0]!, score: Number.NEGATIVE_INFINITY };
  for (const row of rows) {
    let score = 0;
    for (let index = 0; index < row.columns.length; index += 1) {
      score += (weights[row.columns[index]!] ?? 0) * row.values[index]!;
    }
    if (score > best.score) best = { row, score };
  }
  return best;
}

function add(gradient: Float64Array, { columns, values }: Row, factor: number): void {
  for (let index = 0; index < columns.length; index += 1)
    gradient[columns[index]!]! += factor * values[index]!;
}

function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
