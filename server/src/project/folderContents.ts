/** What a project's folder holds, as far as its files tell. */

import { declaresDependencies } from "../core/readers/index.ts";
import { type FolderContents, includedPaths, type Manifest } from "../core/workspaceFacts.ts";
import type { FileTree } from "./fileTree.ts";
import { type FoundFile, walk } from "./walk.ts";

/** What is installed for a project lies elsewhere, and in some places nowhere. */
export type ProjectFolder = Omit<FolderContents, "installed">;

/** Larger trees are looked at in part: an editor must not wait for them. */
const mostFiles = 200_000;

/** How much of a folder is read. */
export interface Extent {
  /** How far below the folder to look; a file outside every workspace only has neighbours that count. */
  readonly depth: "neighbours" | "all";
  /** Whether locks are among the manifests. */
  readonly withLocks: boolean;
}

/** Reads a folder; parts that cannot be read are left out. Never rejects. */
export async function readFolder(tree: FileTree, { depth, withLocks }: Extent): Promise<ProjectFolder> {
  const files: FoundFile[] = [];
  for await (const found of walk(tree, { mostFiles, skipFolders: depth === "neighbours" }))
    for (const file of found) files.push(file);
  return contentsOf(tree, files, withLocks);
}

/** The same from files that were found already. */
export async function contentsOf(
  tree: FileTree,
  files: readonly FoundFile[],
  withLocks = true,
): Promise<ProjectFolder> {
  const paths = files.map(({ path }) => path);
  const found = new Set(paths);
  // Of several that ask for a name the first counts: in the order of paths, however the folders were walked.
  const own = files
    .filter(({ path, ignored }) => !ignored && declaresDependencies(path, withLocks))
    .map(({ path }) => path)
    .sort();
  const readUnlisted = tree.readUnlisted ?? tree.read;
  const read = (path: string): Promise<string | null> =>
    // That a file is there counts, even where it cannot be read.
    found.has(path) ? tree.read(path).catch(() => "") : readUnlisted(path).catch(() => null);
  const manifests = await followIncludes(own, (paths) => Promise.all(paths.map(read)));
  return { paths, manifests };
}

/**
 * The manifests and, round after round, the files of the folder that they take in: also those that git is told to ignore,
 * and those in folders that are passed over, for pip reads them there too.
 * @param readAll gives texts in the order of the paths, null for files that are not there
 */
export async function followIncludes(
  own: readonly string[],
  readAll: (paths: readonly string[]) => Promise<readonly (string | null)[]>,
): Promise<Manifest[]> {
  const manifests = new Map<string, Manifest>();
  const included = new Set<string>();
  for (let next = own; next.length > 0; ) {
    const texts = await readAll(next);
    const read = next.flatMap((path, index): Manifest[] => {
      const text = texts[index] ?? null;
      return text === null ? [] : [{ path, text, isIncluded: included.has(path) }];
    });
    for (const manifest of read) manifests.set(manifest.path, manifest);
    // One that was read as its own format before is read once more, as what takes it in reads it.
    next = [...new Set(read.flatMap(includedPaths))].filter((path) => !included.has(path));
    for (const path of next) included.add(path);
  }
  return [...manifests.values()];
}
