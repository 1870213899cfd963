/** What the tables of a project say about its dependencies, in `pyproject.toml` and in inline script metadata. */

import { normalizeName } from "../names.ts";
import { type DistributionReference, type FileInclude, nothingRead, type Reading } from "../reference.ts";
import { partOf } from "./excerpt.ts";
import { removalOf } from "./itemRemoval.ts";
import { keyedRequirement } from "./keyedRequirement.ts";
import { namedIndexesAt, namesFromElsewhere } from "./packageSources.ts";
import { readProjectIndexes } from "./projectIndexes.ts";
import {
  projectNames,
  requirementFiles,
  requirementLists,
  requirementTables,
  sourceTables,
} from "./projectPlaces.ts";
import { readRequirementText } from "./requirementText.ts";
import {
  excerptOfText,
  itemsAt,
  placeOf,
  type TableValue,
  type TextValue,
  tablesAt,
  textsAt,
} from "./writtenValues.ts";

/** @param lists where lists of requirements stand, beside the places that every tool has */
export function readProjectTables(text: string, root: TableValue, lists: readonly string[] = []): Reading {
  const indexes = namedIndexesAt(root, "tool.uv.index", "tool.poetry.source");
  const fromElsewhere = namesFromElsewhere(root, [...sourceTables, ...requirementTables], indexes);
  const notPackages = new Set(
    projectNames.flatMap((path) => textsAt(root, path)).map(({ value }) => normalizeName(value)),
  );

  const listed = [...lists, ...requirementLists]
    .flatMap((path) => itemsAt(root, path))
    .flatMap((item) => requirementIn(text, item) ?? []);
  const keyed = requirementTables
    .flatMap((path) => tablesAt(root, path))
    .flatMap(({ entries }) => entries)
    // Poetry asks for the version of Python in the same table.
    .filter(({ key }) => key.value !== "python")
    .flatMap((entry) => keyedRequirement(text, entry, false) ?? []);
  const references = [...listed, ...keyed]
    .filter(({ name }) => !notPackages.has(normalizeName(name)))
    .map((reference) => ({
      ...reference,
      direct: reference.direct || fromElsewhere.has(normalizeName(reference.name)),
    }))
    .sort((a, b) => a.span.start - b.span.start);
  return {
    ...nothingRead,
    references,
    includes: includedFiles(text, root),
    indexes: readProjectIndexes(text, root),
  };
}

/** PDM's way to name a path: `-e file:///${PROJECT_ROOT}/core#egg=acme-core`. */
const EDITABLE = /^\s*(?:-e|--editable)[ \t=]/;

function requirementIn(text: string, item: TextValue): DistributionReference | null {
  const start = EDITABLE.exec(item.value)?.[0].length ?? 0;
  const requirement = partOf(excerptOfText(item), { start, end: item.value.length });
  return readRequirementText(requirement, removalOf(text, item.span));
}

function includedFiles(text: string, root: TableValue): FileInclude[] {
  return requirementFiles
    .flatMap((path) => textsAt(root, path))
    .filter(({ value }) => value !== "")
    .map((file) => {
      const span = placeOf(file);
      return { path: text.slice(span.start, span.end), span };
    })
    .sort((a, b) => a.span.start - b.span.start);
}
