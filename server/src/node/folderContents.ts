/** What a project's folder holds, read from disk. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { declaresDependencies } from "../core/readers/index.ts";
import { type FolderContents, includedPaths } from "../core/workspaceFacts.ts";
import { installedDistributions } from "./environments.ts";
import { type FoundFile, walk } from "./walk.ts";

/** Larger trees are looked at in part: an editor must not wait for them. */
const mostFiles = 200_000;

/** Reads a folder; parts that cannot be read are left out. Never rejects. */
export async function readFolder(
  folder: string,
  depth: "neighbours" | "all",
  interpreter: string | null,
): Promise<FolderContents> {
  const files: FoundFile[] = [];
  for await (const file of walk(folder, { mostFiles })) {
    if (depth === "all" || !file.path.includes("/")) files.push(file);
  }
  return contentsOf(folder, files, interpreter);
}

/** The same from files that were found already. */
export async function contentsOf(
  folder: string,
  files: readonly FoundFile[],
  interpreter: string | null,
): Promise<FolderContents> {
  const paths = files.map(({ path }) => path);
  const own = files.filter(({ path, ignored }) => !ignored && declaresDependencies(path));
  return {
    paths,
    manifests: await readManifests(
      folder,
      own.map(({ path }) => path),
      new Set(paths),
    ),
    installed: await installedDistributions(folder, interpreter),
  };
}

/** The manifests and, round after round, the files of the folder that they take in. */
async function readManifests(
  folder: string,
  first: readonly string[],
  present: ReadonlySet<string>,
): Promise<FolderContents["manifests"]> {
  const manifests = new Map<string, string>();
  let next = first;
  while (next.length > 0) {
    const texts = await Promise.all(next.map((path) => readText(join(folder, path))));
    for (const [index, path] of next.entries()) manifests.set(path, texts[index]!);
    const included = next.flatMap((path) => includedPaths(path, manifests.get(path)!));
    next = [...new Set(included)].filter((path) => present.has(path) && !manifests.has(path));
  }
  return [...manifests].map(([path, text]) => ({ path, text }));
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return "";
  }
}
