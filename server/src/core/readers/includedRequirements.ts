/** Files of other formats that a manifest takes in: `-r deps.py`. pip reads them as requirements, whatever they are called. */

import type { Reading } from "../reference.ts";
import { combineReadings } from "./excerpt.ts";
import { isLocation } from "./location.ts";
import { type LogicalLine, logicalLines } from "./logicalLines.ts";
import { readRequirement } from "./requirement.ts";
import { readArgument, readRequirementsFile } from "./requirements.ts";

/**
 * Beside what the file's own format makes of it: to be taken in hides nothing in it from Python. One that is really of
 * its format (`uv pip install -r pyproject.toml`) has lines that are no requirements, and pip refuses it for one of them.
 */
export function readAlsoAsRequirements<Own extends Reading & { readonly text: string }>(own: Own): Own {
  for (const line of logicalLines(own.text)) if (isRefused(line)) return own;
  // What silences a line is a comment of the file's own format.
  return { ...own, ...combineReadings([own, readRequirementsFile(own.text)]), ignores: own.ignores };
}

/** Nobody knows what an environment variable makes of a line. */
function isRefused({ content }: LogicalLine): boolean {
  const { text } = readArgument(content);
  return text !== "" && !text.includes("${") && !isLocation(text) && readRequirement(text) === null;
}
