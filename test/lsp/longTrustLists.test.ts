/** The view of trusted packages is made in time in line with the lists, however long strangers make them. */

import { expect, test } from "vitest";
import { listTrustedPackages } from "../../server/src/lsp/trustedPackages.ts";
import { shippedKnowledge } from "../support/knowledge.ts";
import { today } from "../support/world.ts";

const world = { knowledge: shippedKnowledge(), summaries: [], scanned: false, today };

/** @param write the key of each entry */
function milliseconds(count: number, write: (number: number) => string): number {
  const keys = Array.from({ length: count }, (_, number) => write(number));
  const trustedPackages = Object.fromEntries(keys.map((key) => [key, {}]));
  const origin = { scope: "file", file: "namesake.json" } as const;
  const layer = { origin, folder: "file:///project", values: { trustedPackages }, requireReason: false };
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    expect(listTrustedPackages([layer], world)).toHaveLength(count);
    return performance.now() - started;
  });
  return Math.min(...times);
}

test.each<[what: string, write: (number: number) => string]>([
  ["names", (number) => `acme-${number}`],
  ["names and patterns", (number) => (number % 2 === 0 ? `acme-${number}` : `team-${number}-*`)],
  [
    "spellings of one name",
    (number) => `a${[..."1".repeat(16)].map((_, bit) => "-_"[(number >> bit) & 1]).join("b")}c`,
  ],
])("%s", (_what, write) => {
  // Eight times as many; each with each would take 64 times as long.
  expect(milliseconds(16_000, write)).toBeLessThan(30 * milliseconds(2_000, write));
});
