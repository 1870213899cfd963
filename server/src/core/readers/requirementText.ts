/** The reference for one requirement that a format holds as a text of its own: an item of a list, a word of a command. */

import type { DistributionReference, TextSpan } from "../reference.ts";
import { type Excerpt, trimmed } from "./excerpt.ts";
import { isLocation, nameInLocation } from "./location.ts";
import { readRequirement } from "./requirement.ts";

/**
 * Reads `requests[security]>=2.8`, a URL or path that carries a name, and the short form of some tools, `ruff@0.5.0`.
 * Null where the text names no distribution.
 * @param removal what to delete in the file so that the requirement is gone
 */
export function readRequirementText(item: Excerpt, removal: TextSpan | null): DistributionReference | null {
  const { text, locate } = trimmed(item);
  if (isLocation(text)) {
    const name = nameInLocation(text);
    return name && reference({ name, specifier: null, extras: [], pin: null, direct: true });
  }
  const requirement = readRequirement(text);
  if (requirement === null) return null;
  const { name, extras, url, pin } = requirement;
  const specifier =
    requirement.specifier && text.slice(requirement.specifier.start, requirement.specifier.end);
  if (url === null) return reference({ name, specifier, extras, pin, direct: false });

  const version = text.slice(url.start, url.end);
  if (!VERSION.test(version)) return reference({ name, specifier: null, extras, pin: null, direct: true });
  const isExact = EXACT_VERSION.test(version);
  return reference({
    name,
    specifier: isExact ? `==${version}` : ANY_VERSION.test(version) ? null : version,
    extras,
    pin: isExact ? { start: text.lastIndexOf("@", url.start), end: url.end } : null,
    direct: false,
  });

  // Each property by its name: a file may hold many, and what is left of an object is several times as slow to copy.
  function reference({ name, specifier, extras, pin, direct }: Details): DistributionReference {
    return {
      kind: "distribution",
      name: text.slice(name.start, name.end),
      span: locate(name),
      specifier,
      extras,
      pin: pin && locate(pin),
      hashes: [],
      removal,
      direct,
    };
  }
}

interface Details extends Pick<DistributionReference, "specifier" | "extras" | "direct"> {
  readonly name: TextSpan;
  readonly pin: TextSpan | null;
}

/** What Poetry, uvx and pipx take behind an `@` beside URLs and paths. */
const VERSION = /^(?:latest$|\*$|[\^<>=!]|~[\d=]|v?\d[\w.!+*-]*$)/i;
const EXACT_VERSION = /^\d[\w.!+-]*$/;
const ANY_VERSION = /^(?:latest|\*)$/i;
