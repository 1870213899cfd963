/** Walks a folder's files, leaving out what is no part of a project. */

import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import ignore, { type Ignore } from "ignore";

export interface FoundFile {
  /** Below the folder that was walked, with `/` as separator. */
  readonly path: string;
  /** Whether git is told to ignore it. */
  readonly ignored: boolean;
}

export interface WalkOptions {
  /** Ends the walk early where it is reached; very large trees must not hold a server up. */
  readonly mostFiles?: number;
  /** Leaves out ignored folders without looking into them. */
  readonly skipIgnored?: boolean;
}

/** Folders that hold other people's packages or caches, never a project's own files. */
const skippedFolders = new Set(["node_modules", "__pycache__", "site-packages", "__pypackages__"]);

/**
 * Every regular file, folders in the order of their names. Links are not followed, so that no loop can catch the walk
 * and nothing outside the folder is read. Folders that cannot be read are passed over.
 */
export async function* walk(root: string, options: WalkOptions = {}): AsyncGenerator<FoundFile> {
  const { mostFiles = Number.POSITIVE_INFINITY, skipIgnored = false } = options;
  let files = 0;
  const open = [await openFolder(root, "", skipIgnored).open()];
  while (open.length > 0) {
    const next = open.at(-1)!.next();
    if (next.done) open.pop();
    else if ("open" in next.value) open.push(await next.value.open());
    else if (++files > mostFiles) return;
    else yield next.value;
  }
}

interface Subfolder {
  /** What is in it, as far as the walk goes into it. */
  open(): Promise<Iterator<FoundFile | Subfolder>>;
}

/** Begins at once to list the folder, so that the disk is at work while the walk is at those before it. */
function openFolder(
  root: string,
  folder: string,
  skipIgnored: boolean,
  inIgnored = false,
  outer: readonly GitignoreFile[] = [],
): Subfolder {
  const listing = listFolder(join(root, folder));
  return {
    async open() {
      const entries = await listing;
      if (entries.some(({ name }) => environmentMarkers.has(name))) return [].values();
      const own = entries.some(({ name }) => name === ".gitignore") ? await readGitignore(root, folder) : [];
      const rules = [...outer, ...own];
      return entries
        .flatMap((entry): (FoundFile | Subfolder)[] => {
          const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
          if (entry.isFile()) return [{ path, ignored: inIgnored || isIgnored(path, rules) }];
          if (!entry.isDirectory() || skippedFolders.has(entry.name) || isHidden(entry.name)) return [];
          const ignored = inIgnored || isIgnored(`${path}/`, rules);
          return ignored && skipIgnored ? [] : [openFolder(root, path, skipIgnored, ignored, rules)];
        })
        .values();
    },
  };
}

/** Files at the root of a virtual or conda environment. */
const environmentMarkers = new Set(["pyvenv.cfg", "conda-meta"]);

/** Hidden folders hold tools' state (`.git`, `.venv`, `.tox`); of those with a project's own files only these are known. */
function isHidden(name: string): boolean {
  return name.startsWith(".") && name !== ".github" && name !== ".devcontainer" && name !== ".circleci";
}

interface GitignoreFile {
  /** The folder it stands in, below the root, with a slash at the end unless it is the root. */
  readonly prefix: string;
  readonly rules: Ignore;
}

async function listFolder(path: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

async function readGitignore(root: string, folder: string): Promise<GitignoreFile[]> {
  try {
    const text = await readFile(join(root, folder, ".gitignore"), "utf8");
    return [{ prefix: folder === "" ? "" : `${folder}/`, rules: ignore().add(text) }];
  } catch {
    return [];
  }
}

/** The innermost file that says anything about the path decides, as in git. */
function isIgnored(path: string, files: readonly GitignoreFile[]): boolean {
  let ignored = false;
  for (const { prefix, rules } of files) {
    const verdict = rules.test(path.slice(prefix.length));
    if (verdict.ignored) ignored = true;
    if (verdict.unignored) ignored = false;
  }
  return ignored;
}
