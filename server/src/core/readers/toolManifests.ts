/** `pixi.toml` and `tox.toml`: what `pyproject.toml` has in the table of that tool, in a file of its own. */

import type { Reading } from "../reference.ts";
import { readProjectTables } from "./projectTables.ts";
import { ignoresIn, readToml } from "./toml.ts";
import type { TableValue } from "./writtenValues.ts";

export function readPixiManifest(text: string): Reading {
  return readAsTableOf("pixi", text);
}

export function readToxManifest(text: string): Reading {
  return readAsTableOf("tox", text);
}

function readAsTableOf(tool: string, text: string): Reading {
  const { root, comments } = readToml(text);
  return {
    ...readProjectTables(text, tableWith("tool", tableWith(tool, root))),
    ignores: ignoresIn(text, comments),
  };
}

/** A table that nobody wrote, with one entry. */
function tableWith(key: string, value: TableValue): TableValue {
  const nowhere = { start: 0, end: 0 };
  const written = { kind: "text", value: key, span: nowhere, contentStart: 0, pieces: null } as const;
  return { kind: "table", entries: [{ key: written, value, start: null }], span: value.span };
}
