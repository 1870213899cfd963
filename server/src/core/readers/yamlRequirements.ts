/** Lists of requirements in YAML. */

import type { Node, Scalar } from "yaml";
import type { Reading, TextSpan } from "../reference.ts";
import { lineStart } from "./lines.ts";
import { readRequirementItems } from "./requirementItems.ts";
import { excerptOfScalar, scalarsIn, type YamlDocument } from "./yaml.ts";

/** Reads the strings of a list as the lines of a requirements file. */
export function readYamlRequirements(text: string, list: Node, { anchors }: YamlDocument): Reading {
  const scalars = scalarsIn(list, anchors);
  return readRequirementItems(
    scalars.map((scalar) => ({
      content: excerptOfScalar(text, scalar),
      removal: scalars.length > 1 ? lineOfItem(text, scalar) : null,
    })),
  );
}

/** `- item` with its line; null where the line holds more. */
function lineOfItem(text: string, { range }: Scalar): TextSpan | null {
  if (!range) return null;
  const start = lineStart(text, range[0]);
  REST_OF_LINE.lastIndex = range[1];
  const isAlone = /^[ \t]*-[ \t]+$/.test(text.slice(start, range[0])) && REST_OF_LINE.test(text);
  return isAlone ? { start, end: REST_OF_LINE.lastIndex } : null;
}

const REST_OF_LINE = /[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n]|$)/y;
