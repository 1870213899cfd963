/**
 * Learns from the lists in `data/sources` and writes `data/learnt`: `node scripts/run.mjs data/learn.ts`.
 * Run it when the lists are renewed, and `data/train.ts` after it; the build only reads the result.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { selectTeachers } from "./heldBack.ts";
import { learnAffixes, learnWords } from "./learnTables.ts";
import { readFacts } from "./readFacts.ts";
import { formatTsv, type Row } from "./tsv.ts";

const facts = readFacts("data");
const teachers = selectTeachers(facts);
write(
  "words.tsv",
  "Words that known names are made of, with the number of names that use them.",
  learnWords(teachers),
);
write(
  "affixes.tsv",
  "Affixes, by the number of popular names that honest and malicious names put them on.",
  learnAffixes(
    teachers,
    facts.popular.map((row) => row.name),
  ),
);

function write(file: string, what: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0]!);
  const key = columns[0]!;
  const provenance = {
    what,
    sources: ["known_names.tsv", "malicious.tsv and popular.tsv of data/sources"],
    snapshot: facts.dates.malicious,
    licence: "facts; the licences of the sources as stated there",
    generator: "data/learn.ts",
  };
  mkdirSync(join("data", "learnt"), { recursive: true });
  const sorted = rows.toSorted((a, b) => (a[key]! < b[key]! ? -1 : 1));
  writeFileSync(join("data", "learnt", file), formatTsv(provenance, columns, sorted));
  console.log(`data/learnt/${file}: ${rows.length} rows`);
}
