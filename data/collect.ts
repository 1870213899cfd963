/**
 * Makes the TSV files in `data/sources` from a folder of collected lists: `npm run data:collect -- FOLDER`.
 *
 * The folder holds `popular.tsv`, `known_names.tsv`, `conda_forge.tsv`, `malicious.tsv`, `malicious_withdrawn.tsv`,
 * `import_names.tsv` and `stdlib_modules.tsv`. Run it when the lists are renewed; neither the build nor the product needs the folder.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { normalizeName } from "../server/src/core/names.ts";
import { formatTsv, type Provenance, parseTsv, type Row } from "./tsv.ts";

const folder = process.argv[2];
if (!folder) throw new Error("Name the folder of collected lists: npm run data:collect -- FOLDER");

const popular = collectPopular(read("popular.tsv"));
write("popular.tsv", ["rank", "name", "downloads"], popular, {
  what: "The most downloaded projects on PyPI, by the better of two ranks, with downloads in 30 days where known.",
  sources: [
    "hugovk/top-pypi-packages, 2026-04-01 (counts and rank)",
    "DataDog/guarddog, its copy of the same list, 2026-06-16 (order only)",
  ],
  snapshot: "2026-06-16",
  licence: "facts; the first source states none, the second is Apache-2.0",
});

const reviewed = names(read("conda_forge.tsv"));
write("conda_forge.tsv", ["name"], reviewed, {
  what: "PyPI names of projects that conda-forge packages, so that people have reviewed them.",
  sources: ["prefix-dev/parselmouth, 2026-08-19"],
  snapshot: "2026-08-19",
  licence: "facts; BSD-3-Clause project",
});

const listedElsewhere = new Set([...popular, ...reviewed].map((row) => row.name));
write(
  "known_names.tsv",
  ["name"],
  names(read("known_names.tsv")).filter((row) => !listedElsewhere.has(row.name!)),
  {
    what: "Further names that are known to exist on PyPI, malware removed. The long tail stops in 2022.",
    sources: [
      "typogard, 2020",
      "Neupane et al., artifact of their study of package confusion, 2022",
      "replit/upm, 2022",
    ],
    snapshot: "2022-06-01",
    licence: "facts; MIT",
  },
);

const withdrawn = new Set(names(read("malicious_withdrawn.tsv")).map((row) => row.name));
const malicious = read("malicious.tsv").filter((row) => !withdrawn.has(row.name!));
const malwareProvenance = {
  sources: [
    "OSSF malicious-packages, 2025-06 and 2026-05",
    "kam193/package-campaigns, 2026-08-22",
    "DataDog malicious-software-packages-dataset, as listed in guarddog, 2026",
  ],
  snapshot: "2026-08-22",
  licence: "Apache-2.0; free with attribution to kam193; Apache-2.0",
};
write(
  "malicious.tsv",
  ["name", "advisory", "reported"],
  malicious
    .filter((row) => row.kind === "malicious-package")
    .map((row) => ({
      name: normalizeName(row.name!),
      advisory: row.id!.startsWith("MAL-") ? row.id! : "",
      reported: row.date!,
    }))
    .sort(byColumn("name")),
  {
    what: "Names of packages that were malicious as a whole. Withdrawn entries are left out.",
    ...malwareProvenance,
  },
);
write(
  "compromised_releases.tsv",
  ["name", "versions"],
  malicious
    .filter((row) => row.kind === "compromised-release" && row.compromised_versions !== "")
    .map((row) => ({ name: normalizeName(row.name!), versions: row.compromised_versions! }))
    .sort(byColumn("name")),
  {
    what: "Good projects of which single releases were malicious, with those versions.",
    ...malwareProvenance,
  },
);

write(
  "import_names.tsv",
  ["module", "distribution", "sources"],
  read("import_names.tsv")
    .map((row) => ({ ...row, distribution: normalizeName(row.distribution!) }))
    .sort((a, b) => byColumn("module")(a, b) || byColumn("distribution")(a, b)),
  {
    what: "Which distribution provides a top-level module, and who says so.",
    sources: [
      "pants (Apache-2.0)",
      "pipreqs (Apache-2.0)",
      "pyodide recipes (MPL-2.0)",
      "grayskull (Apache-2.0)",
      "replit/upm (MIT)",
    ],
    snapshot: "2026-06-16",
    licence: "facts; the licences of the sources as stated",
  },
);

write(
  "standard_library.tsv",
  ["module", "python_versions"],
  read("stdlib_modules.tsv").toSorted(byColumn("module")),
  {
    what: "Top-level modules of Python's standard library, and the versions that have them.",
    sources: ["PyCQA/isort", "CPython 3.11, sys.stdlib_module_names"],
    snapshot: "2026-06-16",
    licence: "MIT; PSF-2.0",
  },
);

/** Two snapshots of one list: a project's place is the better of its two ranks, the other rank decides between equals. */
function collectPopular(rows: readonly Row[]): Row[] {
  const rank = (cell: string | undefined): number => (cell ? Number(cell) : Number.POSITIVE_INFINITY);
  return rows
    .map((row) => {
      const ranks = [rank(row.rank_2026_04), rank(row.rank_2026_06)].sort((a, b) => a - b);
      return {
        name: normalizeName(row.name!),
        downloads: row.downloads_30d_2026_04 ?? "",
        best: ranks[0]!,
        other: ranks[1]!,
      };
    })
    .sort((a, b) => a.best - b.best || (a.other === b.other ? byColumn("name")(a, b) : a.other - b.other))
    .map((row, index) => ({ rank: String(index + 1), name: row.name, downloads: row.downloads }));
}

function names(rows: readonly Row[]): Row[] {
  return [...new Set(rows.map((row) => normalizeName(row.name!)))].sort().map((name) => ({ name }));
}

function byColumn(
  column: string,
): (a: Row | Record<string, unknown>, b: Row | Record<string, unknown>) => number {
  return (a, b) => {
    const [left, right] = [String(a[column]), String(b[column])];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

function read(file: string): Row[] {
  return parseTsv(readFileSync(join(folder!, file), "utf8"));
}

function write(
  file: string,
  columns: readonly string[],
  rows: readonly Row[],
  provenance: Omit<Provenance, "generator">,
): void {
  writeFileSync(
    join("data", "sources", file),
    formatTsv({ ...provenance, generator: "data/collect.ts" }, columns, rows),
  );
  console.log(`data/sources/${file}: ${rows.length} rows`);
}
