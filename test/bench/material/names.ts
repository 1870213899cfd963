/** Names to look for, the same on every run: half are misspellings, a quarter exist but are not popular, a quarter are private. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AffixesToPut, makeAttacks, seededRandom } from "../../../data/attacks.ts";
import { parseTsv } from "../../../data/tsv.ts";
import { root } from "../../../scripts/machine/root.mjs";
import { type NormalizedName, normalizeName, splitWords } from "../../../server/src/core/names.ts";

const affixes: AffixesToPut = {
  malicious: ["-env", "-dev", "py-", "-helper"],
  usual: ["-tools", "-client", "-core", "my-"],
};

/**
 * Distinct names, none of them popular, in mixed order.
 * @param popular what is misspelt, most popular first
 */
export function mixedNames(count: number, popular: readonly NormalizedName[]): NormalizedName[] {
  const random = seededRandom(6);
  const isPopular = new Set<string>(popular);
  const existing = parseTsv(readFileSync(join(root, "data", "sources", "known_names.tsv"), "utf8"));
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const invent = () => `${splitWords(pick(popular))[0]}-${splitWords(pick(popular)).at(-1)}`;
  const names = new Set<NormalizedName>();
  while (names.size < count) {
    const [attack] = makeAttacks(1, popular, affixes, random);
    const kind = random();
    const name = kind < 0.5 ? attack!.name : normalizeName(kind < 0.75 ? pick(existing).name! : invent());
    if (name.length > 0 && !isPopular.has(name)) names.add(name);
  }
  return [...names];
}
