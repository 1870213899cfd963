/** Families of popular names: those that begin or end with the same words, as `google-cloud-*` or `*-stubs` do. */

import type { NormalizedName } from "../names.ts";

export interface Families {
  /** How many popular names begin with these words and go on. */
  leading(words: string): number;
  /** How many popular names end with these words and have others before. */
  trailing(words: string): number;
}

export function learnFamilies(popular: Iterable<NormalizedName>): Families {
  const leading = new Map<string, number>();
  const trailing = new Map<string, number>();
  for (const name of popular) {
    for (let cut = name.indexOf("-"); cut > 0; cut = name.indexOf("-", cut + 1)) {
      add(leading, name.slice(0, cut));
      add(trailing, name.slice(cut + 1));
    }
  }
  return {
    leading: (words) => leading.get(words) ?? 0,
    trailing: (words) => trailing.get(words) ?? 0,
  };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
