/** `namesake check`: what is wrong with the names in folders and files. */

import { readFile } from "node:fs/promises";
import { TextDocument } from "vscode-languageserver-textdocument";
import { checkReading, type Finding, readText } from "../core/check.ts";
import type { Knowledge } from "../core/knowledge/knowledge.ts";
import { message, renderMessage } from "../core/messages.ts";
import { isWatched, type PolicyLayer, readPolicy } from "../core/policy/policy.ts";
import { readArguments, readChoice, type Streams } from "./command.ts";
import { readKnowledge } from "./knowledge.ts";
import type { ExitCode } from "./main.ts";
import { findProjects, type InputProblem, type Project, reasonOf } from "./project.ts";
import { type LocatedFinding, renderJson, renderText } from "./report.ts";

const options = {
  format: { type: "string", default: "text" },
  sensitivity: { type: "string" },
} as const;

export async function runCheck(arguments_: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = readArguments(arguments_, options);
  const format = readChoice("format", values.format, ["text", "json"]);
  const overrides: PolicyLayer[] =
    values.sensitivity === undefined
      ? []
      : [
          {
            origin: { scope: "user", file: null },
            values: {
              sensitivity: readChoice("sensitivity", values.sensitivity, ["quiet", "balanced", "strict"]),
            },
            mayRelax: true,
          },
        ];
  const knowledge = await readKnowledge();
  const { projects, problems } = await findProjects(positionals);
  const unreadable = [...problems];
  const findings: LocatedFinding[] = [];
  let files = 0;
  for (const project of projects) {
    for await (const checked of checkProject(project, knowledge, overrides, streams)) {
      if ("problem" in checked) unreadable.push(checked);
      else {
        files += 1;
        findings.push(...checked.findings);
      }
    }
  }
  streams.out(format === "json" ? renderJson(files, findings) : renderText(files, findings));
  for (const { path, problem } of unreadable) streams.error(`namesake: ${path}: ${problem}\n`);
  if (unreadable.length > 0) return 2;
  return findings.some(({ severity }) => severity === "error" || severity === "warning") ? 1 : 0;
}

async function* checkProject(
  { files, layers, workspace }: Project,
  knowledge: Knowledge,
  overrides: readonly PolicyLayer[],
  streams: Streams,
): AsyncGenerator<{ readonly findings: readonly LocatedFinding[] } | InputProblem> {
  const { policy, problems } = readPolicy([...layers, ...overrides], new Date().toISOString().slice(0, 10));
  for (const { key, origin, found, expected } of problems) {
    const place = origin.file ?? origin.scope;
    streams.error(
      `namesake: ${renderMessage(message("setting.wrong", { key, origin: place, found, expected }))}\n`,
    );
  }
  if (!policy.enable) return;
  // The limit on problems keeps an editor readable; a report must be complete.
  const complete = { ...policy, maxProblems: Number.POSITIVE_INFINITY };
  const context = { knowledge, policy: complete, workspace, honourIgnoreComments: true };
  for (const file of files) {
    if (!isWatched(file.path, policy)) continue;
    try {
      const text = await readFile(file.absolute, "utf8");
      const { findings } = checkReading(readText({ ...file, text }), context);
      const document = TextDocument.create(file.shown, "", 0, text);
      yield { findings: findings.map((finding) => locate(finding, document)) };
    } catch (error) {
      yield { path: file.shown, problem: reasonOf(error) };
    }
  }
}

function locate(
  { reference, code, severity, targets, technique, message }: Finding,
  document: TextDocument,
): LocatedFinding {
  const { kind, name, span } = reference;
  return {
    path: document.uri,
    range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
    code,
    severity,
    kind,
    name,
    targets: targets.map((target) => target.name),
    technique,
    message: renderMessage(message),
  };
}
