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
export function addedIgnores(before: Reading, after: Reading): ReadonlySet<IgnoreComment> {
  const left = new Map<string, number>();
  for (const key of ignoreKeys(before)) left.set(key, (left.get(key) ?? 0) + 1);
  const keys = ignoreKeys(after);
  return new Set(
    after.ignores.filter((_, index) => {
      const count = left.get(keys[index]!) ?? 0;
      left.set(keys[index]!, count - 1);
      return count <= 0;
    }),
  );
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

/** What each ignore comment says, and of what. Comments and names stand in the order of the text, so that each is passed once. */
function ignoreKeys({ ignores, references }: Reading): string[] {
  let next = 0;
  return ignores.map(({ codes, line }) => {
    while (next < references.length && references[next]!.span.start < line.start) next += 1;
    const silenced: string[] = [];
    for (; next < references.length && references[next]!.span.start <= line.end; next += 1) {
      silenced.push(nameKey(references[next]!) + excuseOf(references[next]!));
    }
    return JSON.stringify([codes, silenced]);
  });
}
