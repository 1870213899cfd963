/** What a project's folder holds, as far as its files tell. */

import { declaresDependencies } from "../core/readers/index.ts";
import { type FolderContents, includedPaths } from "../core/workspaceFacts.ts";
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
  const own = files.filter(({ path, ignored }) => !ignored && declaresDependencies(path, withLocks));
  return {
    paths,
    manifests: await readManifests(
      tree,
      own.map(({ path }) => path),
      new Set(paths),
    ),
  };
}

/** The manifests and, round after round, the files of the folder that they take in. */
async function readManifests(
  tree: FileTree,
  first: readonly string[],
  present: ReadonlySet<string>,
): Promise<FolderContents["manifests"]> {
  const manifests = new Map<string, string>();
  let next = first;
  while (next.length > 0) {
    const texts = await Promise.all(next.map((path) => tree.read(path).catch(() => null)));
    for (const [index, path] of next.entries()) manifests.set(path, texts[index] ?? "");
    const included = next.flatMap((path) => includedPaths(path, manifests.get(path)!));
    next = [...new Set(included)].filter((path) => present.has(path) && !manifests.has(path));
  }
  return [...manifests].map(([path, text]) => ({ path, text }));
}
