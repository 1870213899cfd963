/** Pipfile, in which Pipenv keeps what a project depends on: a table for packages, one for development, and any others. */

import { type IndexUse, nothingRead, type Reading } from "../reference.ts";
import { keyedRequirement } from "./keyedRequirement.ts";
import { comesFromElsewhere, namedIndexesAt } from "./packageSources.ts";
import { ignoresIn, readToml } from "./toml.ts";
import { placeOf, type TableValue, tablesAt, tablesOf, textAt } from "./writtenValues.ts";

/** Tables of settings; every other one is a category of packages. */
const SETTINGS: ReadonlySet<string> = new Set(["source", "requires", "pipenv", "scripts", "pipfile"]);

export function readPipfile(text: string): Reading {
  const { root, comments } = readToml(text);
  const indexes = namedIndexesAt(root, "source");
  const references = root.entries
    .filter(({ key }) => !SETTINGS.has(key.value))
    .flatMap(({ value }) => (value.kind === "table" ? value.entries : []))
    .flatMap((entry) => {
      const isElsewhere = tablesOf(entry.value).some((settings) => comesFromElsewhere(settings, indexes));
      return keyedRequirement(text, entry, isElsewhere) ?? [];
    })
    .sort((a, b) => a.span.start - b.span.start);
  return { ...nothingRead, references, ignores: ignoresIn(text, comments), indexes: readIndexes(text, root) };
}

/** The first source is the one that is asked; each further one for the names that are bound to it. */
function readIndexes(text: string, root: TableValue): IndexUse[] {
  return tablesAt(root, "source")
    .flatMap((source) => textAt(source, "url") ?? [])
    .map((url, position) => {
      const span = placeOf(url);
      return { url: text.slice(span.start, span.end), span, role: position === 0 ? "instead" : "bound" };
    });
}
