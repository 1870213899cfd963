/** Walks a folder's files, leaving out what is no part of a project. */

import type { FileTree, FileTreeEntry } from "./fileTree.ts";
import { bytesOf, type IgnoreRules, readIgnoreRules } from "./gitignore.ts";
import { reasonOf } from "./reasonOf.ts";

export interface FoundFile {
  /** Below the folder that was walked, with `/` as separator. */
  readonly path: string;
  /** Whether git is told to ignore it. */
  readonly ignored: boolean;
}

export interface WalkOptions {
  /** Ends the walk early where it is reached; very large trees must not hold a server up. */
  readonly mostFiles?: number;
  /** Is asked at every folder; ends the walk where it becomes true. */
  readonly isCancelled?: () => boolean;
  /** Leaves out ignored folders without looking into them. */
  readonly skipIgnored?: boolean;
  /** Stays in the folder itself. */
  readonly skipFolders?: boolean;
  /** Is told of folders that cannot be read, unless git is told to ignore them. */
  readonly onUnreadable?: (folder: UnreadableFolder) => void;
}

export interface UnreadableFolder {
  /** Below the folder that was walked, with `/` as separator; empty for that folder itself. */
  readonly path: string;
  /** In words for people. */
  readonly reason: string;
}

/** Folders that hold other people's packages or caches, never a project's own files. */
const skippedFolders = new Set(["node_modules", "__pycache__", "site-packages", "__pypackages__"]);

/**
 * The regular files of one folder after the other: first a folder's own, then those of the folders in it, all in the order of
 * their names. Links to folders are not followed, so that no loop can catch the walk, nor those that lead out of the folder.
 * Folders that are gone by now are passed over, and those that cannot be read.
 */
export async function* walk(tree: FileTree, options: WalkOptions = {}): AsyncGenerator<readonly FoundFile[]> {
  const { mostFiles = Number.POSITIVE_INFINITY, isCancelled = () => false } = options;
  let left = mostFiles;
  const next = [openFolder(tree, "", options)];
  while (next.length > 0 && left > 0 && !isCancelled()) {
    const { files, folders } = await next.pop()!.contents();
    yield files.length > left ? files.slice(0, left) : files;
    left -= files.length;
    next.push(...folders.reverse());
  }
}

interface Folder {
  contents(): Promise<{ readonly files: readonly FoundFile[]; readonly folders: Folder[] }>;
}

/** Asks for the folder's listing at once, since the answer may come from far away, and the walk is still at those before it. */
function openFolder(
  tree: FileTree,
  folder: string,
  options: WalkOptions,
  inIgnored = false,
  outer: readonly GitignoreFile[] = [],
): Folder {
  const { skipIgnored = false, skipFolders = false, onUnreadable } = options;
  const listing = tree.list(folder).catch((error) => {
    if (!inIgnored) onUnreadable?.({ path: folder, reason: reasonOf(error) });
    return [];
  });
  const prefix = folder === "" ? "" : `${folder}/`;
  return {
    async contents() {
      const entries = (await listing).toSorted((a, b) => (a.name < b.name ? -1 : 1));
      const files: FoundFile[] = [];
      const folders: Folder[] = [];
      // The project itself is none, whatever somebody puts into it to make it look like one.
      if (folder !== "" && entries.some(({ name }) => environmentMarkers.has(name)))
        return { files, folders };
      const hasRules = entries.some(({ name, kind }) => name === ".gitignore" && kind === "file");
      const rules = hasRules ? [...(await readGitignore(tree, prefix)), ...outer] : outer;
      for (const { name, kind } of entries) {
        const path = prefix + name;
        if (kind === "file") {
          files.push({ path, ignored: inIgnored || isIgnored(path, "file", rules) });
        } else if (!skipFolders && !isPassedOver(name)) {
          const ignored = inIgnored || isIgnored(path, "folder", rules);
          if (!ignored || !skipIgnored) folders.push(openFolder(tree, path, options, ignored, rules));
        }
      }
      return { files, folders };
    },
  };
}

/** Whether folders of that name hold nothing that is the project's own. */
export function isPassedOver(name: string): boolean {
  return skippedFolders.has(name) || isHidden(name);
}

/** Files at the root of a virtual or conda environment. */
const environmentMarkers = new Set(["pyvenv.cfg", "conda-meta"]);

/** Hidden folders hold tools' state (`.git`, `.venv`, `.tox`); of those with a project's own files only these are known. */
function isHidden(name: string): boolean {
  return name.startsWith(".") && name !== ".github" && name !== ".devcontainer" && name !== ".circleci";
}

interface GitignoreFile {
  /** How many letters of a path, as {@link bytesOf} writes it, stand for the folder of the file and the slash behind it. */
  readonly depth: number;
  readonly rules: IgnoreRules;
}

async function readGitignore(tree: FileTree, prefix: string): Promise<GitignoreFile[]> {
  // Without its rules more is looked at, not less.
  const text = await tree.read(`${prefix}.gitignore`).catch(() => null);
  return text === null ? [] : [{ depth: bytesOf(prefix).length, rules: readIgnoreRules(text) }];
}

/** The first file that says anything about the path decides: as in git they come from the inside. */
function isIgnored(path: string, kind: FileTreeEntry["kind"], files: readonly GitignoreFile[]): boolean {
  if (files.length === 0) return false;
  const bytes = bytesOf(path);
  for (const { depth, rules } of files) {
    const verdict = rules(bytes.slice(depth), kind);
    if (verdict !== null) return verdict;
  }
  return false;
}
