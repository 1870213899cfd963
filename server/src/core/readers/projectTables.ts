/** What the tables of a project say about its dependencies, in `pyproject.toml` and in inline script metadata. */

import { type NormalizedName, normalizeName } from "../names.ts";
import { type DistributionReference, type FileInclude, nothingRead, type Reading } from "../reference.ts";
import { partOf } from "./excerpt.ts";
import { removalOf } from "./itemRemoval.ts";
import { keyedRequirement } from "./keyedRequirement.ts";
import { namedIndexesAt, namesFromElsewhere } from "./packageSources.ts";
import { readProjectIndexes } from "./projectIndexes.ts";
import {
  buildRequirementLists,
  requirementFiles,
  requirementLists,
  requirementTables,
  sourceTables,
  toolsProjectNames,
} from "./projectPlaces.ts";
import { readRequirementText } from "./requirementText.ts";
import {
  excerptOfText,
  itemsAt,
  placeOf,
  type TableValue,
  type TextValue,
  tablesAt,
  textAt,
  textsAt,
} from "./writtenValues.ts";

/** @param lists where lists of requirements of a text that is no project stand, beside the places that every tool has */
export function readProjectTables(text: string, root: TableValue, lists: readonly string[] = []): Reading {
  const indexes = namedIndexesAt(root, "tool.uv.index", "tool.poetry.source");
  const fromElsewhere = namesFromElsewhere(root, [...sourceTables, ...requirementTables], indexes);
  const ownName = ownNameIn(root);
  const requirementsAt = (path: string) =>
    itemsAt(root, path).flatMap((item) => requirementIn(text, item) ?? []);

  const listed = requirementLists
    .flatMap(requirementsAt)
    // `acme[test]` in Acme's own lists takes in another list of the project, and nothing from an index.
    .filter(({ name, extras }) => extras.length === 0 || normalizeName(name) !== ownName);
  const listedForTools = [...lists, ...buildRequirementLists].flatMap(requirementsAt);
  const keyed = requirementTables
    .flatMap((path) => tablesAt(root, path))
    .flatMap(({ entries }) => entries)
    // Poetry asks for the version of Python in the same table.
    .filter(({ key }) => key.value !== "python")
    .flatMap((entry) => keyedRequirement(text, entry, false) ?? []);
  const references = [...listed, ...listedForTools, ...keyed]
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

/** The name of the project that the file describes; null where it has none. */
function ownNameIn(root: TableValue): NormalizedName | null {
  const isStandard = tablesAt(root, "project").length > 0;
  const names = isStandard
    ? [textAt(root, "project.name")]
    : toolsProjectNames.map((path) => textAt(root, path));
  const name = names.find((each) => each !== null);
  return name ? normalizeName(name.value) : null;
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
