/** The measurements as a table that people read and as JSON. */

import type { Knowledge } from "../../server/src/core/knowledge/knowledge.ts";
import type { Sensitivity } from "../../server/src/core/lookalike/index.ts";
import type { Cases } from "./cases.ts";
import { type Measurement, type Measures, measure } from "./measure.ts";

export const sensitivities = ["quiet", "balanced", "strict"] as const satisfies readonly Sensitivity[];
export type Measured = Readonly<Record<Sensitivity, Measurement>>;

export function measureAll(cases: Cases, knowledge: Knowledge): Measured {
  return {
    quiet: measure(cases, knowledge, "quiet"),
    balanced: measure(cases, knowledge, "balanced"),
    strict: measure(cases, knowledge, "strict"),
  };
}

/** What each measure is called, and how many decimals of a percentage tell; null for a count. */
const labels: Readonly<Record<keyof Measures, readonly [label: string, decimals: number | null]>> = {
  recall: ["recall on pairs with a popular target", 1],
  rightTargetFirst: ["right target first", 1],
  strangers: ["noise on strangers", 2],
  tail: ["noise on the tail", 2],
  liveSquats: ["recall, squats marked as known", 1],
  knownTail: ["noise on the tail, marked as known", 2],
  realFiles: ["real files: occurrences wrongly accused", 3],
  realImports: ["real imports accused, workspace not looked at", 3],
  defects: ["labelled defects found", 1],
  typosquatMalware: ["malware called typosquats, flagged", 1],
  recentMalware: ["malware since 2025, flagged", 1],
  popularAccused: ["popular names said to resemble another", null],
  malwareMissed: ["listed malware without an error, lists on", null],
};

export function reportAsText(measured: Measured): string {
  const rows = Object.entries(labels).map(([key, [label, decimals]]) => [
    label,
    ...sensitivities.map((sensitivity) =>
      format(measured[sensitivity].measures[key as keyof Measures], decimals),
    ),
  ]);
  const keys = new Set(sensitivities.flatMap((sensitivity) => [...measured[sensitivity].breakdown.keys()]));
  const contributions = [...keys].sort().map((key) => [
    key,
    ...sensitivities.map((sensitivity) => {
      const found = measured[sensitivity].breakdown.get(key);
      return found ? `${found.pairs} / ${found.strangers} / ${found.tail}` : "–";
    }),
  ]);
  return [
    table(["measure", ...sensitivities], rows),
    "",
    table(["pairs / strangers / tail by technique", ...sensitivities], contributions),
  ].join("\n");
}

export function reportAsJson(measured: Measured): string {
  const plain = Object.fromEntries(
    sensitivities.map((sensitivity) => {
      const { measures, breakdown } = measured[sensitivity];
      return [sensitivity, { measures, techniques: Object.fromEntries([...breakdown].sort()) }];
    }),
  );
  return JSON.stringify(plain, null, 2);
}

/** A Markdown table, so that it can stand in the documentation as it is printed. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function format(value: number, decimals: number | null): string {
  return decimals === null ? String(value) : `${(100 * value).toFixed(decimals)} %`;
}
