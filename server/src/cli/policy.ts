/** `namesake policy`: the policy in force in a folder, and where each line of it was written. */

import { resolve } from "node:path";
import * as l10n from "@vscode/l10n";
import { describePolicy } from "../core/policy/describePolicy.ts";
import { renderPolicy } from "../core/policy/renderPolicy.ts";
import { printableJson } from "../core/printable.ts";
import { say } from "../lsp/language.ts";
import { readArguments, readChoice, type Streams, UsageError, utcDay } from "./command.ts";
import type { ExitCode } from "./main.ts";
import { diskLayers, projectRoot } from "./project.ts";
import type { InputProblem } from "./report.ts";

export async function runPolicy(arguments_: readonly string[], streams: Streams): Promise<ExitCode> {
  const options = { format: { type: "string", default: "markdown" } } as const;
  const { values, positionals } = readArguments(arguments_, options);
  const format = readChoice("format", values.format, ["markdown", "json"]);
  const [path = ".", ...more] = positionals;
  if (more.length > 0) throw new UsageError(l10n.t("policy takes one path."));
  const problems: InputProblem[] = [];
  const lines = describePolicy(await diskLayers(projectRoot(resolve(path)), problems), utcDay());
  if (format === "markdown") streams.out(renderPolicy(lines, say));
  else {
    const rows = lines.map((line) => ({ ...line, ignored: line.ignored && say(line.ignored) }));
    streams.out(`${printableJson(rows, 2)}\n`);
  }
  for (const { path, problem } of problems) streams.error(`namesake: ${path}: ${problem}\n`);
  return problems.length > 0 ? 2 : 0;
}
