/** What a change adds: the texts before and after it, and the policy that it cannot make for itself. */

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { isWatched, type PolicyLayer, readPolicy } from "../core/policy/policy.ts";
import { policyFiles } from "../core/policy/policyFiles.ts";
import { readerFor, requirementsReader } from "../core/readers/index.ts";
import { openRepository } from "../node/git.ts";
import { readWithin } from "../node/textFile.ts";
import { followIncludes } from "../project/folderContents.ts";
import { isPassedOver } from "../project/walk.ts";
import { policyChanges } from "./policyChanges.ts";
import {
  type Project,
  type ProjectFile,
  projectFile,
  projectMarkers,
  projectRoot,
  repositoryLayers,
} from "./project.ts";
import type { PolicyChange } from "./report.ts";
import { diskTexts, gitTexts, type ReadAll } from "./texts.ts";

/** Which change: from a revision to the files on disk, or to what is staged for the next commit. */
export interface ChangeRange {
  /** Null: the commit that is checked out. */
  readonly since: string | null;
  readonly staged: boolean;
}

export interface FileState {
  /** Empty where the file was not there, or nobody was told of its names. */
  readonly text: string;
  /** Whether a manifest takes it in as requirements. */
  readonly isIncluded: boolean;
}

export interface Change {
  /** The files to look at, as they are after the change. */
  readonly files: readonly ProjectFile[];
  after(file: ProjectFile): Promise<FileState>;
  before(file: ProjectFile): Promise<FileState>;
  /** The policy before the change: what a change says of trust is for its reviewers to judge, not in force yet. */
  readonly layers: readonly PolicyLayer[];
  readonly policyChanges: readonly PolicyChange[];
}

/** @throws {GitError} */
export async function openChange(project: Project, range: ChangeRange, today: string): Promise<Change> {
  const repository = await openRepository(project.root);
  const from = range.since === null ? await repository.findHead() : await repository.findCommit(range.since);
  const idsBefore = from === null ? new Map<string, string>() : await repository.filesOf(from);
  const renames = from === null ? new Map<string, string>() : await repository.renamesSince(from);
  const index = await repository.stagedFiles();
  const textsAt = gitTexts(repository);
  const textsBefore = textsAt(idsBefore);
  const textsAfter = range.staged ? textsAt(index) : diskTexts(project.root);

  const own = await layersOf(project.root, textsBefore);
  // A policy file that the change adds in a subfolder makes no project of it, which the outer policy did not reach.
  const layers =
    (!wasProject(project.root, idsBefore) && from && (await layersAround(project.root, from))) || own;
  const includedBefore = await includedIn(idsBefore, textsBefore);
  const includedAfter = await includedIn(index, textsAfter);
  if (!range.staged) for (const path of project.workspace.included) includedAfter.add(path);
  const files = range.staged
    ? stagedFiles(project, index.keys(), includedAfter)
    : withTracked(project, index.keys(), includedAfter);

  const { policy } = readPolicy(layers, today);
  const wasLookedAt = (path: string): boolean => isLookedAt(path) || includedBefore.has(path);
  /** Whatever git calls a rename: names that nobody was told of where they stood are new where they stand now. */
  const formerPath = (path: string): string => {
    const former = renames.get(path);
    const isFollowed =
      former !== undefined &&
      wasLookedAt(former) &&
      project.selects(former) &&
      isWatched(former, policy) &&
      formatsOf(former, includedBefore) === formatsOf(path, includedAfter);
    return isFollowed ? former : path;
  };
  // All at once; after that git need not be asked again.
  await textsBefore(files.map(({ path }) => formerPath(path)));
  if (range.staged) await textsAfter(files.map(({ path }) => path));
  return {
    files,
    layers,
    policyChanges: policyChanges(own, await layersOf(project.root, textsAfter), today),
    async before({ path }) {
      const former = formerPath(path);
      // To be taken in by a manifest makes names new that nobody had read.
      const isNew = includedAfter.has(path) && !wasLookedAt(former);
      const [text] = isNew ? [] : await textsBefore([former]);
      return { text: text ?? "", isIncluded: includedBefore.has(former) };
    },
    async after({ path, absolute }) {
      const text = range.staged ? (await textsAfter([path]))[0] : await readWithin(project.root, absolute);
      return { text: text ?? "", isIncluded: includedAfter.has(path) };
    },
  };
}

async function layersOf(root: string, readAll: ReadAll): Promise<PolicyLayer[]> {
  const paths = policyFiles.map(({ path }) => path);
  const texts = await readAll(paths);
  return repositoryLayers(root, async (path) => texts[paths.indexOf(path)] ?? null);
}

/** What the manifests among the files take in. */
async function includedIn(files: ReadonlyMap<string, string>, readAll: ReadAll): Promise<Set<string>> {
  const own = [...files.keys()].filter((path) => isLookedAt(path) && readerFor(path)?.role === "manifest");
  const manifests = await followIncludes(own, readAll);
  return new Set(manifests.filter(({ isIncluded }) => isIncluded).map(({ path }) => path));
}

/** What a file is read as, for comparison. */
function formatsOf(path: string, included: ReadonlySet<string>): string {
  const ids = [readerFor(path)?.id, included.has(path) ? requirementsReader.id : undefined];
  return [...new Set(ids)].filter((id) => id !== undefined).join();
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
  return wasProject(root, before) ? layersOf(root, gitTexts(repository)(before)) : layersAround(root, commit);
}

/** Also what git follows although it is told to ignore it, or although it lies beside a file that marks an environment: a change can add both. */
function withTracked(
  { root, selects, files }: Project,
  tracked: Iterable<string>,
  included: ReadonlySet<string>,
): ProjectFile[] {
  const all = new Map(files.map((file) => [file.path, file]));
  for (const path of [...[...tracked].filter(isLookedAt), ...included]) {
    if (all.has(path) || !selects(path)) continue;
    // One that is gone from the disk is passed over when it is read.
    all.set(path, projectFile(root, path));
  }
  return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What is staged need not be on the disk any more, and the other way round. */
function stagedFiles(
  { root, selects, files }: Project,
  staged: Iterable<string>,
  included: ReadonlySet<string>,
): ProjectFile[] {
  const named = new Map(files.map((file) => [file.path, file]));
  return [...staged]
    .filter((path) => named.has(path) || (selects(path) && (readerFor(path) || included.has(path))))
    .sort()
    .map((path) => named.get(path) ?? projectFile(root, path));
}
