/** The texts of a project's files, on disk or as git holds them. */

import { join } from "node:path";
import type { Repository } from "../node/git.ts";
import { readWithin } from "../node/textFile.ts";

/** Gives texts in the order of the paths below the root; null for what is not there or cannot be read. */
export type ReadAll = (paths: readonly string[]) => Promise<readonly (string | null)[]>;

export function diskTexts(root: string): ReadAll {
  return (paths) => Promise.all(paths.map((path) => readWithin(root, join(root, path)).catch(() => null)));
}

/** Of several states of the files, each with the ids of its blobs by their paths. Git is asked for a blob but once. */
export function gitTexts(repository: Repository): (ids: ReadonlyMap<string, string>) => ReadAll {
  const known = new Map<string, string>();
  return (ids) => async (paths) => {
    const wanted = paths.map((path) => ids.get(path));
    const missing = wanted.filter((id) => id !== undefined && !known.has(id)) as string[];
    for (const [id, text] of await repository.readBlobs(missing)) known.set(id, text);
    return wanted.map((id) => known.get(id ?? "") ?? null);
  };
}
