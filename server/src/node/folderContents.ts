/** What a project's folder holds, read from disk. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { declaresDependencies } from "../core/readers/index.ts";
import type { FolderContents } from "../core/workspaceFacts.ts";
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
  const manifests = await Promise.all(
    files
      .filter(({ path, ignored }) => !ignored && declaresDependencies(path))
      .map(async ({ path }) => ({ path, text: await readText(join(folder, path)) })),
  );
  return {
    paths: files.map(({ path }) => path),
    manifests,
    installed: await installedDistributions(folder, interpreter),
  };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return "";
  }
}
