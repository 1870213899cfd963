/** Which names may not be learnt from, because detection is measured with them. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Facts } from "../server/src/core/knowledge/openKnowledge.ts";
import type { NormalizedName } from "../server/src/core/names.ts";
import { parseTsv } from "./tsv.ts";

const cases = join("test", "evaluation", "cases");
const pairs = new Set(readFileSync(join("data", "kept", "not_to_learn_from.txt"), "utf8").split(/\r?\n/));
const malware = new Set(
  ["typosquat_malware.tsv", "recent_malware.tsv"].flatMap((file) =>
    parseTsv(readFileSync(join(cases, file), "utf8")).map((row) => row.name),
  ),
);

/** Malware reported on this day or later is left for measuring. */
const learningEnds = "2025-01-01";

/** Whether the name is one of the attacks in the evaluation. Of those that are kept secret only the SHA-256 is at hand. */
export function isHeldBack(name: NormalizedName): boolean {
  return malware.has(name) || pairs.has(createHash("sha256").update(name).digest("hex"));
}

/** Every 47th known name, drawn by a hash: the tail that noise is measured on, some 5,000 names. */
export function isMeasuredTail(name: NormalizedName): boolean {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % 47 === 0;
}

/** The names that may be learnt from. Popular names teach on neither side, though one or two of them are malware. */
export function selectTeachers(facts: Pick<Facts, "popular" | "known" | "malicious">): Teachers {
  const popular = new Set(facts.popular.map(({ name }) => name));
  return {
    honest: facts.known.filter((name) => !isMeasuredTail(name) && !isHeldBack(name)),
    malicious: facts.malicious
      .filter(({ name, reported }) => reported < learningEnds && !isHeldBack(name) && !popular.has(name))
      .map(({ name }) => name),
  };
}

export interface Teachers {
  readonly honest: readonly NormalizedName[];
  readonly malicious: readonly NormalizedName[];
}
