/** Which of some versions a specifier asks for, as PEP 440 compares them. */

import { eq, satisfies, valid, validRange } from "@renovatebot/pep440";

/** A specifier longer than any honest one is not looked at: the library's patterns are not made for such texts. */
const longestSpecifier = 200;

export interface Admitted {
  /** Those of the versions that the specifier admits. */
  readonly versions: readonly string[];
  /** Whether the specifier asks for one version alone: `==1.2.3`, `===1.2.3`. */
  readonly exact: boolean;
}

/** None for a specifier that is absent or that PEP 440 does not know. A wildcard (`==1.2.*`) is not exact. */
export function admittedVersions(specifier: string | null, versions: readonly string[]): Admitted {
  if (specifier === null || specifier.length > longestSpecifier) return { versions: [], exact: false };
  const pin = specifier
    .split(",")
    .flatMap((clause) => /^\s*={2,3}\s*([^\s*]+)\s*$/.exec(clause)?.[1] ?? [])[0];
  if (pin !== undefined && valid(pin))
    return { versions: versions.filter((version) => eq(version, pin)), exact: true };
  if (!validRange(specifier)) return { versions: [], exact: false };
  return {
    versions: versions.filter((version) => satisfies(version, specifier, { prereleases: true })),
    exact: false,
  };
}
