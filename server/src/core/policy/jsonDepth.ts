/** JSON that is nested by the thousand, which nobody writes who means well: the parser would exhaust the stack over it. */

import { createScanner } from "jsonc-parser";
import { deepest } from "../readers/openValues.ts";

/** Linear, and without recursion itself. */
export function isTooDeep(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const character = text[scanner.getTokenOffset()];
    if (character === "{" || character === "[") depth += 1;
    if (character === "}" || character === "]") depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
