/** Pipfile.lock, which Pipenv writes: an object for each category of packages, `default` and `develop` among them. */

import { nothingRead, type Reading } from "../reference.ts";
import { readJson } from "./json.ts";
import { lockedPackage } from "./lockedPackages.ts";
import { comesFromElsewhere, namedIndexesAt } from "./packageSources.ts";
import { tablesOf, textAt } from "./writtenValues.ts";

export function readPipfileLock(text: string): Reading {
  const root = readJson(text);
  const indexes = namedIndexesAt(root, "_meta.sources");
  const references = tablesOf(root)
    .flatMap(({ entries }) => entries)
    .filter(({ key }) => key.value !== "_meta")
    .flatMap(({ value }) => (value.kind === "table" ? value.entries : []))
    .flatMap(({ key, value }) => {
      if (key.value === "" || value.kind !== "table") return [];
      const version = textAt(value, "version")?.value ?? null;
      return lockedPackage(key, version, comesFromElsewhere(value, indexes));
    });
  return { ...nothingRead, references };
}
