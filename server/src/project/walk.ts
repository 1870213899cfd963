/** Walks a folder's files, leaving out what is no part of a project. */

import ignore, { type Ignore } from "ignore";
import type { FileTree } from "./fileTree.ts";
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
  /** Is asked at every file and folder; ends the walk where it becomes true. */
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
 * Every regular file, folders in the order of their names. Links to folders are not followed, so that no loop can catch the
 * walk, nor those that lead out of the folder. Folders that are gone by now are passed over, and those that cannot be read.
 */
export async function* walk(tree: FileTree, options: WalkOptions = {}): AsyncGenerator<FoundFile> {
  const { mostFiles = Number.POSITIVE_INFINITY, isCancelled = () => false } = options;
  let files = 0;
  const open = [await openFolder(tree, "", options).open()];
  while (open.length > 0 && !isCancelled()) {
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

/** Asks for the folder's listing at once, since the answer may come from far away, and the walk is still at those before it. */
function openFolder(
  tree: FileTree,
  folder: string,
  options: WalkOptions,
  inIgnored = false,
  outer: readonly GitignoreFile[] = [],
): Subfolder {
  const { skipIgnored = false, skipFolders = false, onUnreadable } = options;
  const listing = tree.list(folder).catch((error) => {
    if (!inIgnored) onUnreadable?.({ path: folder, reason: reasonOf(error) });
    return [];
  });
  return {
    async open() {
      const entries = (await listing).toSorted((a, b) => (a.name < b.name ? -1 : 1));
      // The project itself is none, whatever somebody puts into it to make it look like one.
      if (folder !== "" && entries.some(({ name }) => environmentMarkers.has(name))) return [].values();
      const hasRules = entries.some(({ name, kind }) => name === ".gitignore" && kind === "file");
      const own = hasRules ? await readGitignore(tree, folder) : [];
      const rules = [...outer, ...own];
      return entries
        .flatMap(({ name, kind }): (FoundFile | Subfolder)[] => {
          const path = folder === "" ? name : `${folder}/${name}`;
          if (kind === "file") return [{ path, ignored: inIgnored || isIgnored(path, rules) }];
          if (skipFolders || isPassedOver(name)) return [];
          const ignored = inIgnored || isIgnored(`${path}/`, rules);
          return ignored && skipIgnored ? [] : [openFolder(tree, path, options, ignored, rules)];
        })
        .values();
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
  /** The folder it stands in, below the root, with a slash at the end unless it is the root. */
  readonly prefix: string;
  readonly rules: Ignore;
}

async function readGitignore(tree: FileTree, folder: string): Promise<GitignoreFile[]> {
  const prefix = folder === "" ? "" : `${folder}/`;
  // Without its rules more is looked at, not less.
  const text = await tree.read(`${prefix}.gitignore`).catch(() => null);
  return text === null ? [] : [{ prefix, rules: ignore().add(text) }];
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
