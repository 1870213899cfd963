/** What a change adds: the texts before and after it, and the policy that it cannot make for itself. */

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { normalizeName } from "../core/names.ts";
import { describePolicy, type PolicyLine } from "../core/policy/describePolicy.ts";
import type { PolicyLayer } from "../core/policy/policy.ts";
import { policyFiles } from "../core/policy/policyFiles.ts";
import { readerFor } from "../core/readers/index.ts";
import type { IgnoreComment, PackageReference, Reading } from "../core/reference.ts";
import type { Places } from "../lsp/places.ts";
import { openRepository } from "../node/git.ts";
import { readWithin } from "../node/textFile.ts";
import { isPassedOver } from "../project/walk.ts";
import {
  type Project,
  type ProjectFile,
  projectFile,
  projectMarkers,
  projectRoot,
  repositoryLayers,
} from "./project.ts";
import type { PolicyChange } from "./report.ts";

/** Which change: from a revision to the files on disk, or to what is staged for the next commit. */
export interface ChangeRange {
  /** Null: the commit that is checked out. */
  readonly since: string | null;
  readonly staged: boolean;
}

export interface Change {
  /** The files to look at, as they are after the change. */
  readonly files: readonly ProjectFile[];
  readAfter(file: ProjectFile): Promise<string>;
  /** Empty where the file is new. */
  readBefore(file: ProjectFile): string;
  /** The policy before the change: what a change says of trust is for its reviewers to judge, not in force yet. */
  readonly layers: readonly PolicyLayer[];
  readonly policyChanges: readonly PolicyChange[];
}

/** @throws {GitError} */
export async function openChange(project: Project, range: ChangeRange, today: string): Promise<Change> {
  const repository = await openRepository(project.root);
  const from = range.since === null ? await repository.findHead() : await repository.findCommit(range.since);
  const before = from === null ? new Map<string, string>() : await repository.filesOf(from);
  const renames = from === null ? new Map<string, string>() : await repository.renamesSince(from);
  const staged = range.staged ? await repository.stagedFiles() : null;
  const files = staged
    ? stagedFiles(project, staged.keys())
    : withTracked(project, (await repository.stagedFiles()).keys());

  const formerPath = (path: string): string => renames.get(path) ?? path;
  const paths = [...files.map(({ path }) => path), ...policyFiles.map(({ path }) => path)];
  const ids = paths.flatMap((path) => [before.get(formerPath(path)), staged?.get(path)]);
  const blobs = await repository.readBlobs(ids.filter((id) => id !== undefined));
  const textOf = (id: string | undefined): string | null =>
    id === undefined ? null : (blobs.get(id) ?? null);
  const textBefore = (path: string): string | null => textOf(before.get(formerPath(path)));
  const textAfter = async (path: string): Promise<string | null> =>
    staged ? textOf(staged.get(path)) : readWithin(project.root, join(project.root, path)).catch(() => null);

  const own = await repositoryLayers(project.root, async (path) => textBefore(path));
  return {
    files,
    // A policy file that the change adds in a subfolder makes no project of it, which the outer policy did not reach.
    layers: (!wasProject(project.root, before) && from && (await layersAround(project.root, from))) || own,
    policyChanges: policyChanges(own, await repositoryLayers(project.root, textAfter), today),
    readAfter: async ({ path, absolute }) =>
      staged ? (textOf(staged.get(path)) ?? "") : readWithin(project.root, absolute),
    readBefore: ({ path }) => textBefore(path) ?? "",
  };
}

function wasProject(root: string, before: ReadonlyMap<string, string>): boolean {
  return projectMarkers.some((marker) => before.has(marker)) || existsSync(join(root, ".git"));
}

/** The policy, at the commit, of the project that the folder was a part of then; null where it was part of none. */
async function layersAround(folder: string, commit: string): Promise<PolicyLayer[] | null> {
  const root = projectRoot(dirname(folder));
  const repository = root === folder ? null : await openRepository(root).catch(() => null);
  if (!repository) return null;
  const before = await repository.filesOf(commit);
  if (!wasProject(root, before)) return layersAround(root, commit);
  const ids = policyFiles.flatMap(({ path }) => before.get(path) ?? []);
  const texts = await repository.readBlobs(ids);
  return repositoryLayers(root, async (path) => texts.get(before.get(path) ?? "") ?? null);
}

/** Also what git follows although it is told to ignore it, or although it lies beside a file that marks an environment: a change can add both. */
function withTracked({ root, selects, files }: Project, tracked: Iterable<string>): ProjectFile[] {
  const all = new Map(files.map((file) => [file.path, file]));
  for (const path of tracked) {
    const folders = path.split("/").slice(0, -1);
    if (all.has(path) || !selects(path) || !readerFor(path) || folders.some(isPassedOver)) continue;
    // One that is gone from the disk is passed over when it is read.
    all.set(path, projectFile(root, path));
  }
  return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What is staged need not be on the disk any more, and the other way round. */
function stagedFiles({ root, selects, files }: Project, staged: Iterable<string>): ProjectFile[] {
  const named = new Map(files.map((file) => [file.path, file]));
  return [...staged]
    .filter((path) => named.has(path) || (selects(path) && readerFor(path)))
    .sort()
    .map((path) => named.get(path) ?? projectFile(root, path));
}

/** The settings that stand in the policy files on one side of the change only. */
function policyChanges(
  before: readonly PolicyLayer[],
  after: readonly PolicyLayer[],
  today: string,
): PolicyChange[] {
  const written = (layers: readonly PolicyLayer[]): [string, PolicyChange][] =>
    describePolicy(layers, today).flatMap(({ key, value, origin }: PolicyLine) =>
      // Policy files have names, and nothing else was read here.
      origin?.file
        ? [
            [
              JSON.stringify([origin.file, key, value]),
              { change: "added", path: origin.file, line: null, key: `namesake.${key}`, value },
            ],
          ]
        : [],
    );
  const [old, now] = [new Map(written(before)), new Map(written(after))];
  return [
    ...[...now].filter(([key]) => !old.has(key)).map(([, change]) => change),
    ...[...old]
      .filter(([key]) => !now.has(key))
      .map(([, change]) => ({ ...change, change: "removed" as const })),
  ];
}

/** Whether the change adds the name to the file, or for a rule that goes by the version, the version. */
export function additionsTo(before: Reading): (reference: PackageReference, byVersion: boolean) => boolean {
  const names = new Set(before.references.map(nameKey));
  const versions = new Set(before.references.map(versionKey));
  return (reference, byVersion) =>
    byVersion ? !versions.has(versionKey(reference)) : !names.has(nameKey(reference));
}

/** The ignore comments that the change adds, or that it puts beside other names. */
export function addedIgnores(before: Reading, after: Reading): IgnoreComment[] {
  const left = before.ignores.map((ignore) => ignoreKey(ignore, before));
  return after.ignores.filter((ignore) => {
    const found = left.indexOf(ignoreKey(ignore, after));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

export function describeIgnore({ codes, line }: IgnoreComment, path: string, places: Places): PolicyChange {
  return {
    change: "added",
    path,
    line: places.positionAt(line.start).line,
    key: codes.length === 0 ? "# namesake: ignore" : `# namesake: ignore[${codes.join(", ")}]`,
    value: "",
  };
}

function nameKey({ kind, name }: PackageReference): string {
  return `${kind} ${normalizeName(name)}`;
}

function versionKey(reference: PackageReference): string {
  return `${nameKey(reference)} ${reference.kind === "distribution" ? reference.specifier : ""}`;
}

function ignoreKey({ codes, line }: IgnoreComment, { references }: Reading): string {
  const silenced = references.filter(({ span }) => line.start <= span.start && span.start <= line.end);
  return JSON.stringify([codes, silenced.map(nameKey)]);
}
