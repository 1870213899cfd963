/** pyproject.toml: what PEP 621, 518 and 735 put there, and what the tools have tables of their own for. */

import type { Reading } from "../reference.ts";
import { readProjectTables } from "./projectTables.ts";
import { ignoresIn, readToml } from "./toml.ts";

export function readPyproject(text: string): Reading {
  const { root, comments } = readToml(text);
  return { ...readProjectTables(text, root), ignores: ignoresIn(text, comments) };
}
