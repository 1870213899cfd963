/** The cases that detection is measured with: TSV files of one folder, and what the project's own facts add. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMeasuredTail } from "../../data/heldBack.ts";
import { readFacts } from "../../data/readFacts.ts";
import { parseTsv, type Row } from "../../data/tsv.ts";
import type { NormalizedName } from "../../server/src/core/names.ts";

export interface Cases {
  readonly pairs: readonly Pair[];
  readonly typosquatMalware: readonly string[];
  readonly recentMalware: readonly string[];
  /** Names in real requirement files, with the number of files. */
  readonly requirements: readonly Occurrence[];
  /** Top-level modules imported in real Python files. */
  readonly imports: readonly Occurrence[];
  /** What people say of the names in {@link requirements} that are not popular. */
  readonly labels: ReadonlyMap<string, Label>;
  /** Popular names of rank 5,001 to 15,000. */
  readonly strangers: readonly NormalizedName[];
  /** Known names that are neither popular nor reviewed; never learnt from. */
  readonly tail: readonly NormalizedName[];
  readonly malicious: readonly NormalizedName[];
  readonly popular: readonly NormalizedName[];
}

/** An attack, with the projects that it imitates: any of them is right. */
export interface Pair {
  readonly name: string;
  readonly targets: readonly string[];
  readonly mechanism: "edit" | "affix" | "other";
}

export interface Occurrence {
  readonly name: string;
  readonly files: number;
}

export type Label = "legit" | "typo" | "import-name" | "stdlib" | "native" | "own";

/** @param folder with the files that `test/evaluation/README.md` describes */
export function readCases(folder: string): Cases {
  const rows = (file: string): Row[] => parseTsv(readFileSync(join(folder, file), "utf8"));
  const facts = readFacts("data");
  const popular = facts.popular.map((row) => row.name);
  return {
    pairs: rows("squat_pairs.tsv").map((row) => ({
      name: row.squat!,
      targets: row.targets!.split(","),
      mechanism: row.mechanism as Pair["mechanism"],
    })),
    typosquatMalware: rows("typosquat_malware.tsv").map((row) => row.name!),
    recentMalware: rows("recent_malware.tsv").map((row) => row.name!),
    requirements: rows("real_requirements.tsv").map((row) => ({ name: row.name!, files: Number(row.files) })),
    imports: rows("real_imports.tsv").map((row) => ({ name: row.module!, files: Number(row.files) })),
    labels: new Map(rows("labels.tsv").map((row) => [row.name!, row.label as Label])),
    strangers: popular.slice(5_000, 15_000),
    tail: facts.known.filter(isMeasuredTail).slice(0, 5_000),
    malicious: facts.malicious.map((row) => row.name),
    popular,
  };
}
