/**
 * `requests = "^2.31"` and `requests = { version = "^2.31", extras = ["socks"] }`: requirements as Poetry and Pipenv have
 * them, with the name for a key.
 */

import type { DistributionReference } from "../reference.ts";
import { removalOf } from "./itemRemoval.ts";
import { readRequirement } from "./requirement.ts";
import { type Entry, excerptOfText, textAt, textsAt } from "./writtenValues.ts";

/** Null where the key is no name. A list of tables, of which each has a condition, is read for its first version. */
export function keyedRequirement(
  text: string,
  { key, value, start }: Entry,
  direct: boolean,
): DistributionReference | null {
  const name = readRequirement(key.value)?.name;
  if (name === undefined) return null;
  const version = value.kind === "text" ? value : textAt(value, "version");
  return {
    kind: "distribution",
    name: key.value.slice(name.start, name.end),
    span: excerptOfText(key).locate(name),
    specifier: version && specifierOf(version.value.trim()),
    extras: textsAt(value, "extras").map((extra) => extra.value),
    // A key needs a value: the version cannot go without another in its place.
    pin: null,
    hashes: [],
    removal: start === null ? null : removalOf(text, { start, end: value.span.end }),
    direct,
  };
}

const BARE_VERSION = /^v?\d[\w.!+-]*$/;

/** As written, but a bare version means that one alone, as `==2.31.0` does elsewhere; `*` means any. */
function specifierOf(version: string): string | null {
  if (version === "*" || version === "") return null;
  return BARE_VERSION.test(version) ? `==${version}` : version;
}
