/** Where people read on. */

import type { NormalizedName } from "./names.ts";
import type { Code } from "./rules/codes.ts";

/** The one place that says where the documentation is published. */
export const documentationBase = "https://namesake-dev.github.io/namesake";

export function documentationUrl(code: Code): string {
  return `${documentationBase}/rules/${code}`;
}

export function projectUrl(name: NormalizedName): string {
  return `https://pypi.org/project/${encodeURIComponent(name)}/`;
}

/** The entry of the OSV database. */
export function advisoryUrl(advisory: string): string {
  return `https://osv.dev/vulnerability/${encodeURIComponent(advisory)}`;
}
