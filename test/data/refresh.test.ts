/** The tables by newer public lists, in the forms that their makers publish: what comes in, what goes, and what is refused. */

import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { refreshSources } from "../../data/refreshSources.ts";
import { formatTsv, parseTsv, provenanceOf, type Row } from "../../data/tsv.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const today = "2026-11-20";
const paths = {
  popular: "top-pypi-packages/top-pypi-packages.min.json",
  reviewed: "parselmouth/files/v0/conda-forge/compressed_mapping.json",
  malware: "malicious-packages/osv/malicious/pypi/reqests/MAL-2025-2925.json",
  withdrawn: "malicious-packages/osv/withdrawn/pypi/falsely/MAL-2024-10.json",
};

let data: string;
let lists: string;
beforeEach(() => {
  data = temporaryFolder({
    "sources/popular.tsv": table(
      ["rank", "name", "downloads"],
      [
        { rank: "1", name: "boto3", downloads: "10" },
        { rank: "2", name: "litellm", downloads: "9" },
        { rank: "3", name: "gone-project", downloads: "" },
      ],
      ["hugovk/top-pypi-packages, 2026-04-01 (counts and rank)"],
    ),
    "sources/conda_forge.tsv": table(["name"], [{ name: "numpy" }], ["prefix-dev/parselmouth, 2026-08-19"]),
    "sources/known_names.tsv": table(["name"], [{ name: "flask" }, { name: "reqests" }]),
    "sources/malicious.tsv": table(
      ["name", "advisory", "reported"],
      [
        { name: "falsely", advisory: "MAL-2024-10", reported: "2024-01-01" },
        { name: "pycryptoenv", advisory: "", reported: "" },
      ],
    ),
    "sources/compromised_releases.tsv": table(
      ["name", "versions"],
      [{ name: "litellm", versions: "1.82.7" }],
    ),
  });
  lists = temporaryFolder({
    [paths.popular]: JSON.stringify({
      last_update: "2026-11-01 06:34:06",
      source: "ClickHouse",
      rows: [
        { download_count: 20, project: "boto3" },
        { download_count: 19, project: "Litellm" },
        { download_count: 3, project: "flask" },
        { download_count: 2, project: "lite_llm" },
      ],
    }),
    [paths.reviewed]: JSON.stringify({ "7zip": null, numpy: ["numpy"], adios_db: ["adios-db", "Adios_DB"] }),
    [paths.malware]: report("MAL-2025-2925", "reqests"),
    [paths.withdrawn]: report("MAL-2024-10", "falsely"),
  });
});

function table(
  columns: readonly string[],
  rows: readonly Row[],
  sources = ["OSSF malicious-packages, 2025", "another list, 2024"],
): string {
  const provenance = {
    what: "Names.",
    sources,
    snapshot: "2025-01-01",
    licence: "facts",
    generator: "data/collect.ts",
  };
  return formatTsv(provenance, columns, rows);
}

/** As in the repository, without what nobody reads here. */
function report(id: string, name: string, more: object = { versions: ["0.0.1"] }): string {
  return JSON.stringify({
    modified: "2025-03-28T13:05:11Z",
    published: "2025-03-28T13:05:11Z",
    schema_version: "1.5.0",
    id,
    summary: `Malicious code in ${name} (PyPI)`,
    affected: [{ package: { ecosystem: "PyPI", name, purl: `pkg:pypi/${name}` }, ...more }],
  });
}

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(lists, path)), { recursive: true });
  writeFileSync(join(lists, path), text);
}

const refresh = () => refreshSources(data, lists, today);
const read = (file: string) => readFileSync(join(data, "sources", file), "utf8");
const names = (file: string) => parseTsv(read(file)).map((row) => row.name);
const all = () => readdirSync(join(data, "sources")).map(read);

describe("newer lists", () => {
  test("are taken over, normalised, once each, with their date", () => {
    refresh();
    expect(parseTsv(read("popular.tsv"))).toEqual([
      { rank: "1", name: "boto3", downloads: "20" },
      { rank: "2", name: "litellm", downloads: "19" },
      { rank: "3", name: "flask", downloads: "3" },
      { rank: "4", name: "lite-llm", downloads: "2" },
    ]);
    expect(provenanceOf(read("popular.tsv"))).toMatchObject({
      snapshot: "2026-11-01",
      generator: "data/refresh.ts",
    });
    expect(names("conda_forge.tsv")).toEqual(["adios-db", "numpy"]);
    expect(provenanceOf(read("conda_forge.tsv")).snapshot).toBe(today);
  });

  test("leave no name unknown that was known, and list none twice", () => {
    refresh();
    expect(names("known_names.tsv")).toEqual(["falsely", "gone-project"]);
    // The long tail is as old as it was.
    expect(provenanceOf(read("known_names.tsv")).snapshot).toBe("2025-01-01");
  });

  test("add malware, and take back what was withdrawn, but not what another list reported", () => {
    write(paths.withdrawn.replace("falsely", "other"), report("MAL-2024-11", "pycryptoenv"));
    const notes = refresh();
    expect(parseTsv(read("malicious.tsv"))).toEqual([
      { name: "pycryptoenv", advisory: "", reported: "" },
      { name: "reqests", advisory: "MAL-2025-2925", reported: "2025-03-28" },
    ]);
    expect(provenanceOf(read("malicious.tsv")).sources).toEqual([
      `OSSF malicious-packages, ${today}`,
      "another list, 2024",
    ]);
    expect(notes).toContain("falsely was withdrawn from the list of malicious packages.");
    expect(notes).toContain("reqests was there long before MAL-2025-2925: is it malicious as a whole?");
  });

  test("make no malware of what people download: its releases are named, and a person is asked", () => {
    write(
      "malicious-packages/osv/malicious/pypi/litellm/MAL-2026-2144.json",
      report("MAL-2026-2144", "litellm", { versions: ["1.82.7", "1.82.8"] }),
    );
    const whole = { ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "0" }] }] };
    write(
      "malicious-packages/osv/malicious/pypi/boto3/MAL-2026-1.json",
      report("MAL-2026-1", "boto3", whole),
    );
    const notes = refresh();
    expect(parseTsv(read("compromised_releases.tsv"))).toEqual([
      { name: "litellm", versions: "1.82.7;1.82.8" },
    ]);
    expect(names("malicious.tsv")).toEqual(["pycryptoenv", "reqests"]);
    expect(notes.join("\n")).toMatch(/litellm .*MAL-2026-2144 reports releases: 1\.82\.8\./);
    expect(notes.join("\n")).toMatch(/boto3 .*MAL-2026-1 reports all of its versions: nothing was changed\./);
  });

  test("change nothing a second time", () => {
    refresh();
    const before = all();
    refresh();
    expect(all()).toEqual(before);
  });

  test("are not looked for behind links, nor in reports without a number", () => {
    const outside = temporaryFolder({ "MAL-2025-1.json": report("MAL-2025-1", "numpyy") });
    symlinkSync(outside, join(lists, "malicious-packages/osv/malicious/pypi/numpyy"), "junction");
    write("malicious-packages/osv/malicious/pypi/x/MAL-0000-source-0123456789abcdef.json", "half of it {");
    write("malicious-packages/osv/malicious/pypi/README.md", "# Reports");
    refresh();
    expect(names("malicious.tsv")).toEqual(["pycryptoenv", "reqests"]);
  });
});

describe("no table changes, and the list is named, where it", () => {
  const rows = (...projects: unknown[]): string =>
    JSON.stringify({
      last_update: "2026-11-01 06:34:06",
      rows: projects.map((project) => ({ project, download_count: 1 })),
    });
  const page = "<!DOCTYPE html>\n<title>503 Service Unavailable</title>";
  test.each<{ fault: string; list: keyof typeof paths; text: string | Uint8Array; says: RegExp }>([
    { fault: "is a page", list: "popular", text: page, says: /no JSON, or not all of it: "<!DOCTYPE/ },
    { fault: "is a page", list: "reviewed", text: page, says: /no JSON/ },
    { fault: "is a page", list: "malware", text: page, says: /MAL-2025-2925.json: it is no JSON/ },
    {
      fault: "is cut short",
      list: "popular",
      text: rows("boto3", "numpy").slice(0, -9),
      says: /not all of it/,
    },
    { fault: "is cut short", list: "reviewed", text: '{"numpy": ["num', says: /not all of it/ },
    { fault: "is empty", list: "popular", text: "", says: /no JSON/ },
    { fault: "is binary", list: "reviewed", text: new Uint8Array([0x1f, 0x8b, 0, 255]), says: /no JSON/ },
    { fault: "is a list", list: "reviewed", text: "[]", says: /no JSON object/ },
    { fault: "is of another form", list: "popular", text: '{"projects":[]}', says: /when it was made/ },
    { fault: "has no rows", list: "popular", text: '{"last_update":"2026-11-01 06:34:06"}', says: /no rows/ },
    { fault: "has names that are none", list: "popular", text: rows("boto3", 7), says: /"7" is no name/ },
    { fault: "hides a row in a name", list: "popular", text: rows("a\t1\nnumpyy"), says: /is no name/ },
    {
      fault: "has a name without end",
      list: "popular",
      text: rows("a".repeat(1e6)),
      says: /is no name of a package$/,
    },
    {
      fault: "counts wrongly",
      list: "popular",
      text: '{"last_update":"2026-11-01 06:34:06","rows":[{"project":"a","download_count":-1}]}',
      says: /no number of downloads/,
    },
    {
      fault: "has names in another form",
      list: "reviewed",
      text: '{"numpy":"numpy"}',
      says: /no list of names/,
    },
    { fault: "has half of its names", list: "popular", text: rows("boto3"), says: /not the whole list/ },
    { fault: "has another id", list: "malware", text: report("CVE-1-1", "a"), says: /no id/ },
    {
      fault: "hides a version in another",
      list: "malware",
      text: report("MAL-1-1", "a", { versions: ["1;2\t"] }),
      says: /versions/,
    },
    {
      fault: "names no package",
      list: "withdrawn",
      text: '{"id":"MAL-1-1","published":"2025-01-01T"}',
      says: /no package/,
    },
  ])("$fault: $list", ({ list, text, says }) => {
    write(paths[list], text);
    const before = all();
    expect(refresh).toThrow(says);
    expect(all()).toEqual(before);
  });

  test.each(Object.values(paths))("is missing: %s", (path) => {
    rmSync(join(lists, path.split("/")[0]!), { recursive: true });
    const before = all();
    expect(refresh).toThrow(path.split("/")[0]!);
    expect(all()).toEqual(before);
  });

  test("is larger than any list", () => {
    truncateSync(join(lists, paths.popular), 60_000_000);
    expect(refresh).toThrow(/too large/);
  });

  test("has lost most of its reports", () => {
    refresh();
    rmSync(join(lists, paths.malware));
    mkdirSync(join(lists, "malicious-packages/osv/malicious/pypi"), { recursive: true });
    expect(refresh).toThrow(/0 malicious names, where there were 1/);
  });
});
