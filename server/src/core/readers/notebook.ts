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
  textsIn,
  type WrittenValue,
} from "./writtenValues.ts";

export function readNotebook(text: string): Reading {
  const notebook = readJson(text);
  const readings = tablesAt(notebook, "cells")
    .filter((cell) => textAt(cell, "cell_type")?.value === "code")
    .map((cell) => readCell(cell, languageOf(cell, notebook)));
  return combineReadings(readings);
}

function languageOf(cell: TableValue, notebook: WrittenValue): string {
  const language =
    textAt(cell, "metadata.vscode.languageId") ??
    textAt(notebook, "metadata.language_info.name") ??
    textAt(notebook, "metadata.kernelspec.language");
  return language?.value.toLowerCase() ?? "python";
}

function readCell(cell: TableValue, language: string): Reading {
  // Of a key that is written twice Jupyter takes the last.
  const written = cell.entries.findLast(({ key }) => key.value === "source");
  const source = joinPieces(written ? textsIn(written.value).flatMap(piecesOf) : []);
  if (/^i?python\d*$/.test(language)) return relocate(readPython(source.text), source);
  return language === "shellscript" ? relocate(readInstallCommands(source.text), source) : nothingRead;
}

function piecesOf({ value, contentStart, pieces }: TextValue): NonNullable<TextValue["pieces"]> {
  return pieces ?? [{ text: value, offset: contentStart }];
}
