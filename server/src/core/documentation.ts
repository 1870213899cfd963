/** Where people read on. */

import type { NormalizedName } from "./names.ts";
import type { Code } from "./rules/codes.ts";
import { encodeUriPart } from "./uris.ts";

/** The one place that says where the documentation is published. */
export const documentationBase = "https://namesake-dev.github.io/namesake";

/** Where people tell what is wrong with the product. */
const issuesBase = "https://github.com/namesake-dev/namesake/issues";

export function documentationUrl(code: Code): string {
  return `${documentationBase}/rules/${code}`;
}

export function projectUrl(name: NormalizedName): string {
  return `https://pypi.org/project/${encodeUriPart(name)}/`;
}

/** The entry of the OSV database. */
export function advisoryUrl(advisory: string): string {
  return `https://osv.dev/vulnerability/${encodeUriPart(advisory)}`;
}

/** The page that takes a new issue, with the text filled in. */
export function newIssueUrl(title: string, text: string): string {
  return `${issuesBase}/new?title=${encodeUriPart(title)}&body=${encodeUriPart(text)}`;
}
