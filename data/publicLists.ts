/**
 * Reads the public lists that go on: in the forms that their makers publish, and with nothing taken for granted. What is
 * cut short, another page or another format throws in words, so that no table is made from half a list.
 */

import { isValidName, type NormalizedName, normalizeName } from "../server/src/core/names.ts";
import { isRecord } from "../server/src/core/records.ts";

export interface PopularName {
  readonly name: NormalizedName;
  readonly downloads: number;
}

/** `top-pypi-packages.min.json` of hugovk/top-pypi-packages: the most downloaded first. */
export function readPopular(text: string): {
  readonly day: string;
  readonly names: readonly PopularName[];
} {
  const { last_update, rows } = readObject(text);
  const day = typeof last_update === "string" ? /^\d{4}-\d{2}-\d{2}(?= )/.exec(last_update)?.[0] : undefined;
  if (!day) throw new Error("it does not say when it was made");
  if (!Array.isArray(rows)) throw new Error("it has no rows");
  const names = rows.map((row: unknown) => {
    const { project, download_count: downloads } = isRecord(row) ? row : {};
    if (!isCount(downloads)) throw new Error(`${show(project)} has no number of downloads`);
    return { name: readName(project), downloads };
  });
  return { day, names: firstOfEach(names) };
}

/** `files/v0/conda-forge/compressed_mapping.json` of prefix-dev/parselmouth: conda's names, and those on PyPI or null. */
export function readReviewed(text: string): NormalizedName[] {
  const names = Object.values(readObject(text)).flatMap((found) => {
    if (found === null) return [];
    if (!Array.isArray(found)) throw new Error(`${show(found)} is no list of names`);
    return found.map(readName);
  });
  return [...new Set(names)].sort();
}

/** A report of OSSF malicious-packages, in the form of OSV. */
export interface MalwareReport {
  readonly advisory: string;
  readonly name: NormalizedName;
  /** `YYYY-MM-DD`. */
  readonly reported: string;
  /** The versions that it names; empty where it names none. */
  readonly versions: readonly string[];
  /** All versions, whatever it names. */
  readonly isWhole: boolean;
}

/** One for each package of PyPI that the report is about. */
export function readMalware(text: string): MalwareReport[] {
  const { id, published, affected } = readObject(text);
  const reported = typeof published === "string" ? /^\d{4}-\d{2}-\d{2}(?=T)/.exec(published)?.[0] : undefined;
  if (typeof id !== "string" || !/^MAL-\d+-\d+$/.test(id))
    throw new Error(`${show(id)} is no id of a report`);
  if (!reported) throw new Error("it does not say when it was published");
  if (!Array.isArray(affected)) throw new Error("it names no package");
  return affected.flatMap((each: unknown) => {
    const { package: affectedPackage, versions = [], ranges = [] } = isRecord(each) ? each : {};
    const { ecosystem, name } = isRecord(affectedPackage) ? affectedPackage : {};
    if (ecosystem !== "PyPI") return [];
    if (!Array.isArray(versions) || !versions.every(isVersion)) throw new Error("its versions are none");
    if (!Array.isArray(ranges)) throw new Error("its ranges are none");
    return { advisory: id, name: readName(name), reported, versions, isWhole: ranges.length > 0 };
  });
}

function readObject(text: string): Record<string, unknown> {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new Error(`it is no JSON, or not all of it: ${show(text)}`);
  }
  if (!isRecord(found)) throw new Error(`it is no JSON object: ${show(found)}`);
  return found;
}

function readName(value: unknown): NormalizedName {
  // Nothing that PyPI could not hold may come into a table, whose cells end at tabs and line breaks.
  if (typeof value !== "string" || value.length > 200 || !isValidName(value))
    throw new Error(`${show(value)} is no name of a package`);
  return normalizeName(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isVersion(value: unknown): value is string {
  return typeof value === "string" && /^[\w.!+-]{1,100}$/.test(value);
}

function firstOfEach(names: readonly PopularName[]): PopularName[] {
  return [...new Map(names.toReversed().map((each) => [each.name, each])).values()].toReversed();
}

function show(value: unknown): string {
  const written = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return JSON.stringify(written.slice(0, 60));
}
