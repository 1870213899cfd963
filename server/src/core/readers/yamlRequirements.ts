/** Lists of requirements in YAML. */

import type { Node, Scalar } from "yaml";
import type { Reading, TextSpan } from "../reference.ts";
import { skipAt } from "./characters.ts";
import { readRequirementItems } from "./requirementItems.ts";
import { scalarsIn } from "./yaml.ts";
import { excerptOfScalar } from "./yamlScalars.ts";

/** Reads the strings of each list as the lines of a requirements file; what aliases put into several is read once. */
export function readYamlRequirements(text: string, lists: readonly Node[]): Reading[] {
  const seen = new Set<Node>();
  return lists.map((list) => {
    const scalars = scalarsIn(list, seen);
    return readRequirementItems(
      scalars.map((scalar) => ({
        content: excerptOfScalar(text, scalar),
        removal: scalars.length > 1 ? lineOfItem(text, scalar) : null,
      })),
    );
  });
}

/** `- item` with its line; null where the line holds more. */
function lineOfItem(text: string, { range }: Scalar): TextSpan | null {
  const [begin, valueEnd] = range!;
  let start = begin;
  while (start > 0 && " \t-".includes(text[start - 1]!)) start--;
  const isFirst = start === 0 || "\r\n".includes(text[start - 1]!);
  const isAlone = isFirst && /^[ \t]*-[ \t]+$/.test(text.slice(start, begin));
  const end = skipAt(REST_OF_LINE, text, valueEnd);
  return isAlone && end > valueEnd ? { start, end } : null;
}

const REST_OF_LINE = /[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n])/y;
