/** Whether a file lets the public index answer for names that a private one has: dependency confusion. */

import { isPyPi } from "./readers/pypi.ts";
import type { IndexTool, IndexUse } from "./reference.ts";

export interface PrivateIndex {
  /** For people: the rest of the address may hold a password. */
  readonly host: string;
  readonly tool: IndexTool;
}

/**
 * The private index of a file that asks PyPI as well, without saying which of them has a name; null where there is no
 * such mixture. PyPI is asked unless another index takes its place.
 */
export function privateIndexBesidePyPi(indexes: readonly IndexUse[]): PrivateIndex | null {
  const asked = indexes.filter(({ role }) => role === "instead" || role === "beside");
  const own = asked.find(({ url }) => !isPublic(url));
  if (!own) return null;
  const replaced = asked.some(({ role }) => role === "instead");
  if (replaced && !asked.some(({ url }) => isPyPi(url))) return null;
  return { host: hostOf(own.url), tool: own.tool ?? "pip" };
}

function hostOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^/?#:]+)/i.exec(url.trim())?.[1]?.toLowerCase() ?? url;
}

/** Indexes that vendors run for everybody: what is missing there is not private. */
const vendors =
  /(?:^|\.)(?:pytorch\.org|nvidia\.com|pyg\.org|github\.io|googleapis\.com|anaconda\.org|piwheels\.org|vllm\.ai)$/;

function isPublic(url: string): boolean {
  return isPyPi(url) || vendors.test(hostOf(url));
}
