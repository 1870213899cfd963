/** Jupyter notebooks as files: the imports and commands in their code cells. An editor shows each cell as a text of its own. */

import { nothingRead, type Reading } from "../reference.ts";
import { combineReadings, joinPieces, relocate } from "./excerpt.ts";
import { readInstallCommands } from "./installCommands.ts";
import { readJson } from "./json.ts";
import { readPython } from "./python.ts";
import {
  type TableValue,
  type TextValue,
  tablesAt,
  textAt,
  textsAt,
  type WrittenValue,
} from "./writtenValues.ts";

export function readNotebook(text: string): Reading {
  const notebook = readJson(text);
  return combineReadings([
    ...tablesAt(notebook, "cells").map((cell) => readCell(cell, "source", notebook)),
    // Until 2014 (format 3) the cells stood in work sheets.
    ...tablesAt(notebook, "worksheets.cells").map((cell) => readCell(cell, "input", notebook)),
  ]);
}

function readCell(cell: TableValue, sourceKey: string, notebook: WrittenValue): Reading {
  if (textAt(cell, "cell_type")?.value !== "code") return nothingRead;
  const source = joinPieces(textsAt(cell, sourceKey).flatMap(piecesOf));
  const language = languageOf(cell, notebook);
  const python = isRunByPython(language, notebook) ? readPython(source.text) : nothingRead;
  const shell = language === "shellscript" ? readInstallCommands(source.text, "script") : nothingRead;
  return relocate(combineReadings([python, shell]), source);
}

function languageOf(cell: TableValue, notebook: WrittenValue): string {
  const language =
    textAt(cell, "metadata.vscode.languageId") ??
    textAt(cell, "language") ??
    textAt(notebook, "metadata.language_info.name") ??
    textAt(notebook, "metadata.kernelspec.language");
  return language?.value.toLowerCase() ?? "python";
}

/** Jupyter starts the kernel by its name, whatever language the notebook says that it is in. */
function isRunByPython(language: string, notebook: WrittenValue): boolean {
  const kernel = textAt(notebook, "metadata.kernelspec.name")?.value ?? "";
  return /^i?python\d*$/.test(language) || PYTHON_KERNEL.test(kernel);
}

/** `python3`, `xpython`, `conda-env-work-py`; not `spylon-kernel`, which is one of Scala. */
const PYTHON_KERNEL = /(?<![a-z])[ix]?py/i;

function piecesOf({ value, contentStart, pieces }: TextValue): NonNullable<TextValue["pieces"]> {
  return pieces ?? [{ text: value, offset: contentStart }];
}
