/** Where people read on. */

import type { Language } from "./languages.ts";
import type { NormalizedName } from "./names.ts";
import type { Code } from "./rules/codes.ts";
import { encodeUriPart } from "./uris.ts";

/** The one place that says where the documentation is published. */
export const documentationBase = "https://namesake-dev.github.io/namesake";

/** Where people tell what is wrong with the product. */
const issuesBase = "https://github.com/namesake-dev/namesake/issues";

/** The languages beside English that the pages of rules are there in. */
export const documentedIn: readonly Language[] = ["ja", "zh-cn"];

/** The page of a rule, in the reader's language where there is one. */
export function documentationUrl(code: Code, reader: Language | "en"): string {
  const language = documentedIn.find((each) => each === reader);
  return [documentationBase, ...(language ? [language] : []), "rules", code].join("/");
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
