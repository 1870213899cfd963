/** `namesake list`: every place where a package is named, judged or not. */

import { TextDocument } from "vscode-languageserver-textdocument";
import { readText } from "../core/check.ts";
import { normalizeName } from "../core/names.ts";
import { printable, printableJson } from "../core/printable.ts";
import { readerFor } from "../core/readers/index.ts";
import { isGone } from "../node/textFile.ts";
import { reasonOf } from "../project/reasonOf.ts";
import { describeSkipped } from "./checkFile.ts";
import { readArguments, readChoice, type Streams } from "./command.ts";
import type { ExitCode } from "./main.ts";
import { closedFolders, findProjects, namedTextLanguage, readDisk } from "./project.ts";
import type { InputProblem } from "./report.ts";

export async function runList(arguments_: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = readArguments(arguments_, { format: { type: "string", default: "text" } });
  const format = readChoice("format", values.format, ["text", "json"]);
  const { projects, problems } = await findProjects(positionals);
  const unreadable: InputProblem[] = [...problems, ...projects.flatMap((project) => closedFolders(project))];
  const rows: object[] = [];
  const files = projects.flatMap(({ files, workspace }) => files.map((file) => ({ file, workspace })));
  for (const { file, workspace } of files) {
    try {
      const { path } = file;
      const isIncluded = workspace.included.has(path);
      const text = readDisk(file);
      const document = TextDocument.create(file.shown, "", 0, text);
      const reader = readerFor(path, namedTextLanguage)?.id ?? null;
      const reading = readText({ path, languageId: namedTextLanguage, isIncluded, text });
      const skipped = describeSkipped(reading, file);
      if (skipped !== null) unreadable.push(skipped);
      for (const reference of reading.references) {
        const { kind, name, span } = reference;
        const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) };
        const specifier = kind === "distribution" ? reference.specifier : null;
        const normalized = normalizeName(name);
        rows.push({ path: file.shown, range, kind, name, normalized, specifier, reader });
        if (format === "text") {
          const { line, character } = range.start;
          const place = `${file.shown}:${line + 1}:${character + 1}`;
          streams.out(`${printable(`${place} ${kind} ${name}${specifier ?? ""}`)}\n`);
        }
      }
    } catch (error) {
      if (!isGone(error)) unreadable.push({ path: file.shown, problem: reasonOf(error) });
    }
  }
  if (format === "json") streams.out(`[${rows.map((row) => `\n${printableJson(row)}`).join(",")}\n]\n`);
  for (const { path, problem } of unreadable)
    streams.error(`namesake: ${printable(`${path}: ${problem}`)}\n`);
  return unreadable.length > 0 ? 2 : 0;
}
