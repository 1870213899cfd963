/** `namesake check`: what is wrong with the names in folders and files, or with those that a change adds. */

import { writeFile } from "node:fs/promises";
import * as l10n from "@vscode/l10n";
import { describeOldData } from "../core/knowledge/dataAge.ts";
import type { Knowledge } from "../core/knowledge/knowledge.ts";
import { isWatched, type PolicyLayer, readPolicy } from "../core/policy/policy.ts";
import { describeProblem } from "../core/policy/problem.ts";
import { sensitivities } from "../core/policy/singleSettings.ts";
import { printable } from "../core/printable.ts";
import { say } from "../lsp/language.ts";
import { reasonOf } from "../project/reasonOf.ts";
import type { ChangeRange } from "./change.ts";
import { checkChanged } from "./checkChange.ts";
import { reportContext } from "./checkFile.ts";
import { type CheckThreads, openThreads } from "./checkThreads.ts";
import { readArguments, readChoice, type Streams, UsageError, utcDay } from "./command.ts";
import { formatNames, formats } from "./formats/index.ts";
import { readKnowledge } from "./knowledge.ts";
import type { ExitCode } from "./main.ts";
import { closedFolders, findProjects, type Project } from "./project.ts";
import type { InputProblem, LocatedFinding, PolicyChange, Report } from "./report.ts";

const options = {
  format: { type: "string", multiple: true },
  sensitivity: { type: "string" },
  since: { type: "string" },
  staged: { type: "boolean", default: false },
  unchanged: { type: "boolean", default: false },
} as const;

interface Request {
  readonly knowledge: Knowledge;
  /** The policy of the command line itself. */
  readonly overrides: readonly PolicyLayer[];
  /** Null: everything is looked at. */
  readonly range: ChangeRange | null;
  /** Whether what was there before the change is shown too, as hints. */
  readonly unchanged: boolean;
  readonly threads: CheckThreads;
}

export async function runCheck(arguments_: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = readArguments(arguments_, options);
  const outputs = (values.format ?? ["text"]).map(readOutput);
  const { sensitivity, since = null, staged, unchanged } = values;
  const range = since === null && !staged ? null : { since, staged };
  if (unchanged && range === null) throw new UsageError(l10n.t("--unchanged goes with --since or --staged."));
  const overrides = sensitivity === undefined ? [] : [readOverride(sensitivity)];
  const threads = openThreads();
  // Of a change there are seldom many files.
  const prepare = range === null ? threads.prepare : () => {};
  const [knowledge, { projects, problems }] = await Promise.all([
    readKnowledge(),
    findProjects(positionals, prepare),
  ]);
  const request = { knowledge, overrides, range, unchanged, threads };
  const parts: Part[] = [];
  for (const project of projects) parts.push(await checkProject(project, request, streams));
  const report: Report = {
    files: parts.reduce((sum, { files }) => sum + files, 0),
    since: range && (since ?? "HEAD"),
    findings: parts.flatMap(({ findings }) => findings),
    policyChanges: parts.flatMap(({ policyChanges }) => policyChanges),
    unreadable: [...problems, ...parts.flatMap(({ unreadable }) => unreadable)],
  };
  for (const { format, file } of outputs) {
    const colour = file === null && streams.colour === true;
    const text = formats[format](report, colour);
    if (file === null) streams.out(text);
    else await writeReport(file, text);
  }
  for (const { path, problem } of report.unreadable)
    streams.error(`namesake: ${printable(`${path}: ${problem}`)}\n`);
  const old = describeOldData(request.knowledge.dates, utcDay());
  if (old) streams.error(`namesake: ${say(old)}\n`);
  if (report.unreadable.length > 0) return 2;
  return report.findings.some(({ severity }) => severity === "error" || severity === "warning") ? 1 : 0;
}

/** @throws an error that names the file */
async function writeReport(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new Error(`${file}: ${reasonOf(error)}`);
  }
}

/** `sarif`, or `sarif=report.sarif` for a file. */
function readOutput(option: string) {
  const [format = "", ...file] = option.split("=");
  return { format: readChoice("format", format, formatNames), file: file.length > 0 ? file.join("=") : null };
}

function readOverride(sensitivity: string): PolicyLayer {
  return {
    origin: { scope: "user", file: null },
    values: { sensitivity: readChoice("sensitivity", sensitivity, sensitivities) },
    mayRelax: true,
  };
}

type Part = Omit<Report, "since">;

async function checkProject(project: Project, request: Request, streams: Streams): Promise<Part> {
  const { knowledge, overrides, range } = request;
  const today = utcDay();
  // Most checks ask git nothing, and Node's part that starts it takes longer to load than all readers.
  const change = range && (await (await import("./change.ts")).openChange(project, range, today));
  const layers = [...(change ?? project).layers, ...overrides];
  const { policy, problems } = readPolicy(layers, today);
  const unreadable: InputProblem[] = [];
  for (const problem of problems) {
    if (problem.kind === "syntax") {
      const path = problem.origin.file ?? "";
      unreadable.push({ path, problem: l10n.t("this is not valid JSON (comments are allowed)") });
    } else streams.error(`namesake: ${say(describeProblem(problem))}\n`);
  }
  const findings: LocatedFinding[] = [];
  const policyChanges: PolicyChange[] = [...(change?.policyChanges ?? [])];
  const part = { files: 0, findings, policyChanges, unreadable };
  if (!policy.enable) return part;
  // What is staged does not lie in the folders.
  if (!range?.staged) unreadable.push(...closedFolders(project, policy));

  const files = (change ?? project).files.filter(({ path }) => isWatched(path, policy));
  const { workspace } = project;
  const context = reportContext(knowledge, policy, workspace);
  const tell = (done: number) =>
    streams.progress?.(l10n.t("Checking {done} of {files} files…", { done, files: files.length }));
  const outcomes = change
    ? await checkChanged(files, change, context, request.unchanged, tell)
    : await request.threads.check(
        { root: project.root, paths: files.map(({ path }) => path), layers, today, workspace },
        context,
        tell,
      );
  streams.progress?.("");
  for (const outcome of outcomes) {
    if (!outcome) continue;
    if ("problem" in outcome) {
      unreadable.push(outcome);
      continue;
    }
    part.files += 1;
    findings.push(...outcome.findings);
    policyChanges.push(...outcome.policyChanges);
  }
  return part;
}
