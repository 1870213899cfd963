/** What a change adds: the texts before and after it, and the policy that it cannot make for itself. */

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describePolicy, type PolicyLine } from "../core/policy/describePolicy.ts";
import { isWatched, type PolicyLayer, readPolicy } from "../core/policy/policy.ts";
import { policyFiles } from "../core/policy/policyFiles.ts";
import { readerFor } from "../core/readers/index.ts";
import { openRepository, type Repository } from "../node/git.ts";
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

  const policyIds = policyFiles.flatMap(({ path }) => [before.get(path), staged?.get(path)]);
  const policyTexts = await readTexts(repository, policyIds);
  const own = await repositoryLayers(project.root, async (path) => policyTexts(before.get(path)));
  // A policy file that the change adds in a subfolder makes no project of it, which the outer policy did not reach.
  const layers =
    (!wasProject(project.root, before) && from && (await layersAround(project.root, from))) || own;

  const { policy } = readPolicy(layers, today);
  const wasJudged = (path: string): boolean =>
    project.selects(path) && isLookedAt(path) && isWatched(path, policy);
  /** Whatever git calls a rename: names that nobody was told of where they stood are new where they stand now. */
  const idBefore = ({ path }: ProjectFile): string | undefined => {
    const former = renames.get(path);
    const isFollowed =
      former !== undefined && wasJudged(former) && readerFor(former)?.id === readerFor(path)?.id;
    return before.get(isFollowed ? former : path);
  };
  const texts = await readTexts(
    repository,
    files.flatMap((file) => [idBefore(file), staged?.get(file.path)]),
  );
  const textAfter = async (path: string): Promise<string | null> =>
    staged
      ? policyTexts(staged.get(path))
      : readWithin(project.root, join(project.root, path)).catch(() => null);
  return {
    files,
    layers,
    policyChanges: policyChanges(own, await repositoryLayers(project.root, textAfter), today),
    readAfter: async ({ path, absolute }) =>
      staged ? (texts(staged.get(path)) ?? "") : readWithin(project.root, absolute),
    readBefore: (file) => texts(idBefore(file)) ?? "",
  };
}

/** Gives the texts of those blobs by their ids; null for what is none of them. */
async function readTexts(
  repository: Repository,
  ids: readonly (string | undefined)[],
): Promise<(id: string | undefined) => string | null> {
  const texts = await repository.readBlobs(ids.filter((id) => id !== undefined));
  return (id) => texts.get(id ?? "") ?? null;
}

/** Whether a reader takes files of that path in a check of a change. */
function isLookedAt(path: string): boolean {
  return readerFor(path) !== null && !path.split("/").slice(0, -1).some(isPassedOver);
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
    if (all.has(path) || !selects(path) || !isLookedAt(path)) continue;
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
