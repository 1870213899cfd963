/** Reads the TSV files in `data/` into the facts that the pack is encoded from. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Facts } from "../server/src/core/knowledge/openKnowledge.ts";
import { type NormalizedName, normalizeName } from "../server/src/core/names.ts";
import { distributionsByModule } from "./importNames.ts";
import { parseTsv, type Row, snapshotOf } from "./tsv.ts";

/** @param folder the project's `data` folder */
export function readFacts(folder: string): Facts {
  const text = (file: string): string => readFileSync(join(folder, file), "utf8");
  const source = (file: string): Row[] => parseTsv(text(join("sources", file)));
  const kept = (file: string): Row[] => parseTsv(text(join("kept", file)));
  const learnt = (file: string): Row[] => parseTsv(text(join("learnt", file)));
  const name = (row: Row): NormalizedName => normalizeName(row.name!);
  const snapshot = (file: string): string => snapshotOf(text(join("sources", file)));

  const popular = source("popular.tsv").map((row) => ({
    name: name(row),
    downloads: row.downloads ? Number(row.downloads) : null,
  }));
  const rankOf = new Map(popular.map((row, index) => [row.name, index + 1]));

  return {
    dates: {
      popular: snapshot("popular.tsv"),
      known: snapshot("known_names.tsv"),
      malicious: snapshot("malicious.tsv"),
    },
    popular,
    known: source("known_names.tsv").map(name),
    reviewed: source("conda_forge.tsv").map(name),
    malicious: source("malicious.tsv").map((row) => ({
      name: name(row),
      advisory: row.advisory || null,
      reported: row.reported!,
    })),
    compromised: new Map(
      source("compromised_releases.tsv").map((row) => [name(row), row.versions!.split(";")]),
    ),
    imports: distributionsByModule([...source("import_names.tsv"), ...kept("import_names.tsv")], rankOf),
    misnomers: new Map(
      kept("misnomers.tsv").map((row) => [name(row), row.distributions!.split(",").map(normalizeName)]),
    ),
    systemLibraries: kept("system_libraries.tsv").map(name),
    honest: kept("near_names.tsv").map(name),
    words: new Map(learnt("words.tsv").map((row) => [row.word!, Number(row.known_names)])),
    affixOdds: new Map(learnt("affixes.tsv").map((row) => [row.affix!, Number(row.log_odds)])),
    standardLibrary: new Map(
      source("standard_library.tsv").map((row) => [row.module!, row.python_versions!.split(",")]),
    ),
  };
}
