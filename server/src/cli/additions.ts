/** What a change adds to a file: names, versions, ignore comments. */

import { normalizeName } from "../core/names.ts";
import type { IgnoreComment, PackageReference, Reading } from "../core/reference.ts";
import type { Places } from "../lsp/places.ts";
import type { PolicyChange } from "./report.ts";

/**
 * Whether the change adds the name to the file, or for a rule that goes by the version, the version. A name that stood
 * only where its place excused it (an address of its own, an import that may fail) is new where it does not.
 */
export function additionsTo(before: Reading): (reference: PackageReference, byVersion: boolean) => boolean {
  const places = (nameOf: (reference: PackageReference) => string) => {
    const found = new Set(before.references.map((reference) => nameOf(reference) + excuseOf(reference)));
    return (reference: PackageReference): boolean =>
      found.has(nameOf(reference)) || found.has(nameOf(reference) + excuseOf(reference));
  };
  const [hadName, hadVersion] = [places(nameKey), places(versionKey)];
  return (reference, byVersion) => !(byVersion ? hadVersion(reference) : hadName(reference));
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

/** Why less is said of a name where it stands; empty where all is said. */
function excuseOf(reference: PackageReference): string {
  if (reference.kind === "module") return reference.guard === null ? "" : ` ${reference.guard}`;
  return reference.direct ? " direct" : "";
}

function versionKey(reference: PackageReference): string {
  return `${nameKey(reference)} ${reference.kind === "distribution" ? reference.specifier : ""}`;
}

function ignoreKey({ codes, line }: IgnoreComment, { references }: Reading): string {
  const silenced = references.filter(({ span }) => line.start <= span.start && span.start <= line.end);
  return JSON.stringify([codes, silenced.map((reference) => nameKey(reference) + excuseOf(reference))]);
}
