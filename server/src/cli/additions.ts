/** What a change adds to a file: names, versions, ignore comments. */

import { normalizeName } from "../core/names.ts";
import type { IgnoreComment, PackageReference, Reading } from "../core/reference.ts";
import type { Places } from "../lsp/places.ts";
import type { PolicyChange } from "./report.ts";

/** Whether the change adds the name to the file, or for a rule that goes by the version, the version. */
export function additionsTo(before: Reading): (reference: PackageReference, byVersion: boolean) => boolean {
  const names = new Set(before.references.map(nameKey));
  const versions = new Set(before.references.map(versionKey));
  return (reference, byVersion) =>
    byVersion ? !versions.has(versionKey(reference)) : !names.has(nameKey(reference));
}

/** The ignore comments that the change adds, or that it puts beside other names. */
export function addedIgnores(before: Reading, after: Reading): IgnoreComment[] {
  const left = before.ignores.map((ignore) => ignoreKey(ignore, before));
  return after.ignores.filter((ignore) => {
    const found = left.indexOf(ignoreKey(ignore, after));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

export function describeIgnore({ codes, line }: IgnoreComment, path: string, places: Places): PolicyChange {
  return {
    change: "added",
    path,
    line: places.positionAt(line.start).line,
    key: codes.length === 0 ? "# namesake: ignore" : `# namesake: ignore[${codes.join(", ")}]`,
    value: "",
  };
}

function nameKey({ kind, name }: PackageReference): string {
  return `${kind} ${normalizeName(name)}`;
}

function versionKey(reference: PackageReference): string {
  return `${nameKey(reference)} ${reference.kind === "distribution" ? reference.specifier : ""}`;
}

function ignoreKey({ codes, line }: IgnoreComment, { references }: Reading): string {
  const silenced = references.filter(({ span }) => line.start <= span.start && span.start <= line.end);
  return JSON.stringify([codes, silenced.map(nameKey)]);
}
