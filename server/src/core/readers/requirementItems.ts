/** Lists whose items are lines of a requirements file: conda's pip part, tox's `deps`, pre-commit's dependencies. */

import { nothingRead, type Reading, type TextSpan } from "../reference.ts";
import { combineReadings, type Excerpt, relocate } from "./excerpt.ts";
import { readRequirementsFile } from "./requirements.ts";

export interface RequirementItem {
  readonly content: Excerpt;
  /** What to delete so that the item is gone. */
  readonly removal: TextSpan | null;
}

export function readRequirementItems(items: readonly RequirementItem[]): Reading {
  const readings = items.map(({ content, removal }) => {
    const reading = relocate(readRequirementsFile(content.text), content);
    return { ...reading, references: reading.references.map((reference) => ({ ...reference, removal })) };
  });
  return { ...combineReadings(readings), ignores: nothingRead.ignores };
}
