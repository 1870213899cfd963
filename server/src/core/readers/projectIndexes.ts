/** Package indexes that a project's tools are told to ask, in `pyproject.toml` and in inline script metadata. */

import type { IndexTool, IndexUse } from "../reference.ts";
import { isTrueAt, placeOf, type TableValue, tablesAt, textAt, textsAt } from "./writtenValues.ts";

/** In the order in which they are written. */
export function readProjectIndexes(text: string, root: TableValue): IndexUse[] {
  const strategy = textAt(root, "tool.uv.index-strategy")?.value ?? "";
  const poetrySources = tablesAt(root, "tool.poetry.source");
  const indexes = [
    ...tablesAt(root, "tool.uv.index").map((index) => indexUse(index, roleInUv(index, strategy), "uv")),
    ...poetrySources.map((source) => indexUse(source, roleInPoetry(source, poetrySources), "poetry")),
    ...tablesAt(root, "tool.pdm.source").map((source) => indexUse(source, roleInPdm(source), "pdm")),
    ...["tool.uv", "tool.uv.pip"].flatMap((settings) => [
      ...textsAt(root, `${settings}.index-url`).map((url) => ({
        url,
        role: "instead" as const,
        tool: "uv" as const,
      })),
      ...textsAt(root, `${settings}.extra-index-url`).map((url) => ({
        url,
        role: strategy.startsWith("unsafe") ? ("beside" as const) : ("before" as const),
        tool: "uv" as const,
      })),
    ]),
  ];
  return indexes
    .flatMap(({ url, role, tool }) => {
      if (url === null) return [];
      const span = placeOf(url);
      return { url: text.slice(span.start, span.end), span, role, tool };
    })
    .sort((a, b) => a.span.start - b.span.start);
}

type Role = IndexUse["role"];

function indexUse(table: TableValue, role: Role, tool: IndexTool) {
  return { url: textAt(table, "url"), role, tool };
}

/** uv takes a name from the first index that has it, unless the strategy is one of those that it calls unsafe. */
function roleInUv(index: TableValue, strategy: string): Role {
  if (isTrueAt(index, "explicit")) return "bound";
  if (isTrueAt(index, "default")) return "instead";
  return strategy.startsWith("unsafe") ? "beside" : "before";
}

/** The first primary source takes PyPI's place, unless PyPI is named as one too. Poetry knows PyPI without its address. */
function roleInPoetry(source: TableValue, sources: readonly TableValue[]): Role {
  if (textAt(source, "priority")?.value === "explicit") return "bound";
  const primary = sources.filter(isPrimaryInPoetry);
  const hasPyPi = primary.some((each) => textAt(each, "name")?.value.toLowerCase() === "pypi");
  return primary[0] === source && !hasPyPi ? "instead" : "beside";
}

function isPrimaryInPoetry(source: TableValue): boolean {
  const priority =
    textAt(source, "priority")?.value ?? (isTrueAt(source, "secondary") ? "secondary" : "primary");
  return priority === "primary" || priority === "default";
}

/** A source of the name `pypi` takes its place. */
function roleInPdm(source: TableValue): Role {
  return textAt(source, "name")?.value === "pypi" ? "instead" : "beside";
}
