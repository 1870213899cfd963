/** Reads clones of public lists, and writes the tables of `data/sources` that follow from them: all of them or none. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type MalwareReport, readMalware, readPopular, readReviewed } from "./publicLists.ts";
import { refreshTables, type Tables } from "./refreshTables.ts";
import { formatTsv, type Provenance, parseTsv, provenanceOf } from "./tsv.ts";

/** In bytes. The largest of the files has one million. */
const largestFile = 50_000_000;

const files = {
  popular: "popular.tsv",
  reviewed: "conda_forge.tsv",
  known: "known_names.tsv",
  malicious: "malicious.tsv",
  compromised: "compromised_releases.tsv",
} as const satisfies Record<keyof Tables, string>;

/**
 * @param data the project's `data` folder
 * @param folder of the clones; of each only the files that are named here are read
 * @param today UTC day, `YYYY-MM-DD`
 * @returns what a person has to look at
 * @throws an error that names the list
 */
export function refreshSources(data: string, folder: string, today: string): readonly string[] {
  const place = (table: keyof Tables): string => join(data, "sources", files[table]);
  const texts = mapTables((table) => readFileSync(place(table), "utf8"));
  const popular = readList(folder, "top-pypi-packages/top-pypi-packages.min.json", readPopular);
  const reviewed = readList(folder, "parselmouth/files/v0/conda-forge/compressed_mapping.json", readReviewed);
  const malware = readReports(folder, "malicious-packages/osv/malicious/pypi");
  const withdrawn = readReports(folder, "malicious-packages/osv/withdrawn/pypi");
  const before = mapTables((table) => parseTsv(texts[table]));
  const { tables, notes } = refreshTables(before, {
    ...popular,
    popular: popular.names,
    reviewed,
    malware,
    withdrawn,
  });

  const heads = headsOf(
    mapTables((table) => provenanceOf(texts[table])),
    popular.day,
    today,
  );
  const columns = mapTables((table) => Object.keys(before[table][0] ?? {}));
  const written = mapTables((table) => formatTsv(heads[table], columns[table], tables[table]));
  for (const table of tableNames) writeFileSync(place(table), written[table]);
  return [
    ...tableNames.map((table) => `${files[table]}: ${before[table].length} → ${tables[table].length} rows`),
    ...notes,
  ];
}

const tableNames = Object.keys(files) as (keyof Tables)[];

function mapTables<Value>(of: (table: keyof Tables) => Value): Record<keyof Tables, Value> {
  return Object.fromEntries(tableNames.map((table) => [table, of(table)])) as Record<keyof Tables, Value>;
}

/** What was there before stays a source of the names that are known, and other lists stay sources of malware. */
function headsOf(
  before: Record<keyof Tables, Provenance>,
  popularDay: string,
  today: string,
): Record<keyof Tables, Provenance> {
  const generator = "data/refresh.ts";
  const ossf = (head: Provenance): Provenance => ({
    ...head,
    sources: [
      `OSSF malicious-packages, ${today}`,
      ...head.sources.filter((source) => !source.startsWith("OSSF ")),
    ],
    snapshot: today,
    generator,
  });
  const former = [...before.popular.sources, ...before.reviewed.sources].map(
    (source) => `${source.replace(/,.*/, "")}, names that have left it`,
  );
  return {
    popular: {
      what: "The most downloaded projects on PyPI, with downloads in 30 days.",
      sources: [`hugovk/top-pypi-packages, ${popularDay} (counts and rank)`],
      snapshot: popularDay,
      licence: "facts; the source states none",
      generator,
    },
    reviewed: {
      ...before.reviewed,
      sources: [`prefix-dev/parselmouth, ${today}`],
      snapshot: today,
      generator,
    },
    known: { ...before.known, sources: [...new Set([...before.known.sources, ...former])], generator },
    malicious: ossf(before.malicious),
    compromised: ossf(before.compromised),
  };
}

function readList<List>(folder: string, path: string, read: (text: string) => List): List {
  try {
    return read(readText(join(folder, path)));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Of the folder's regular files; a clone may hold links to anywhere. Reports that only came in are not numbered yet. */
function readReports(folder: string, path: string): MalwareReport[] {
  const entries = readdirSync(join(folder, path), { recursive: true, withFileTypes: true });
  const reports = entries.filter((entry) => entry.isFile() && /^MAL-(?!0000-)[\d-]+\.json$/.test(entry.name));
  return reports.flatMap(({ parentPath, name }) => readList(parentPath, name, readMalware));
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  if (bytes.length > largestFile) throw new Error(`it is too large (${bytes.length} bytes)`);
  return bytes.toString("utf8");
}
