/**
 * What the tables of `data/sources` become by newer public lists. Names stay known when they leave a list, and the
 * malware that other lists reported stays: a refresh adds, and takes back only what was withdrawn.
 */

import type { MalwareReport, PopularName } from "./publicLists.ts";
import type { Row } from "./tsv.ts";

export interface Tables {
  readonly popular: readonly Row[];
  readonly reviewed: readonly Row[];
  readonly known: readonly Row[];
  readonly malicious: readonly Row[];
  readonly compromised: readonly Row[];
}

export interface PublicLists {
  readonly popular: readonly PopularName[];
  readonly reviewed: readonly string[];
  readonly malware: readonly MalwareReport[];
  readonly withdrawn: readonly MalwareReport[];
}

export interface Refreshed {
  readonly tables: Tables;
  /** What a person has to look at before the change is taken. */
  readonly notes: readonly string[];
}

/** A list that is shorter than this part of its table was cut, or is another one. */
const leastPart = 0.9;

/** @throws an error where a list cannot be the whole one */
export function refreshTables(before: Tables, lists: PublicLists): Refreshed {
  expectWhole("popular names", before.popular, lists.popular);
  expectWhole("reviewed names", before.reviewed, lists.reviewed);
  // What other lists reported is not among them.
  expectWhole(
    "malicious names",
    before.malicious.filter((row) => row.advisory !== ""),
    new Set(lists.malware.map(({ name }) => name)),
  );

  const notes: string[] = [];
  const popular = lists.popular.map(({ name, downloads }, index) => ({
    rank: String(index + 1),
    name,
    downloads: String(downloads),
  }));
  const vouchedFor = new Set<string>([...lists.popular.map(({ name }) => name), ...lists.reviewed]);
  const { malicious, compromised } = addMalware(before, lists, vouchedFor, notes);

  const bad = new Set(malicious.map((row) => row.name));
  const everKnown = [...before.known, ...before.popular, ...before.reviewed].map((row) => row.name!);
  const known = [...new Set([...everKnown, ...lists.withdrawn.map(({ name }) => name)])]
    .filter((name) => !vouchedFor.has(name) && !bad.has(name))
    .sort();
  return {
    tables: {
      popular,
      reviewed: [...lists.reviewed].sort().map((name) => ({ name })),
      known: known.map((name) => ({ name })),
      malicious,
      compromised,
    },
    notes,
  };
}

/**
 * A good project of which a release was taken over stands on the same list as one that was malicious from the start.
 * Nothing that people download or have reviewed becomes malware as a whole by a machine's judgement.
 */
function addMalware(
  before: Tables,
  { malware, withdrawn }: PublicLists,
  vouchedFor: ReadonlySet<string>,
  notes: string[],
): Pick<Tables, "malicious" | "compromised"> {
  const standing = new Set(malware.map(({ advisory }) => advisory));
  const takenBack = new Set(
    withdrawn.filter(({ advisory }) => !standing.has(advisory)).map(({ name }) => name as string),
  );
  const malicious = new Map(before.malicious.map((row) => [row.name!, row]));
  const compromised = new Map(before.compromised.map((row) => [row.name!, row]));
  const wasKnown = new Set(before.known.map((row) => row.name!));
  for (const { name, advisory, reported, versions, isWhole } of malware) {
    if (malicious.has(name)) continue;
    if (!vouchedFor.has(name) && !compromised.has(name)) {
      malicious.set(name, { name, advisory, reported });
      if (wasKnown.has(name))
        notes.push(`${name} was there long before ${advisory}: is it malicious as a whole?`);
      continue;
    }
    const listed = compromised.get(name)?.versions?.split(";") ?? [];
    const added = versions.filter((version) => !listed.includes(version));
    if (isWhole || versions.length === 0) {
      notes.push(
        `${name} is popular or reviewed, and ${advisory} reports all of its versions: nothing was changed.`,
      );
    } else if (added.length > 0) {
      compromised.set(name, { name, versions: [...listed, ...added].join(";") });
      notes.push(`${name} is popular or reviewed, and ${advisory} reports releases: ${added.join(", ")}.`);
    }
  }
  for (const name of takenBack) {
    const row = malicious.get(name);
    // What another list reported has no advisory of this one, and is not this one's to take back.
    if (!row || row.advisory === "" || malware.some((report) => report.name === name)) continue;
    malicious.delete(name);
    notes.push(`${name} was withdrawn from the list of malicious packages.`);
  }
  return { malicious: sorted(malicious), compromised: sorted(compromised) };
}

function sorted(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function expectWhole(
  what: string,
  before: readonly Row[],
  now: { readonly length: number } | { readonly size: number },
): void {
  const count = "size" in now ? now.size : now.length;
  if (count < leastPart * before.length)
    throw new Error(
      `There are ${count} ${what}, where there were ${before.length}: that is not the whole list.`,
    );
}
