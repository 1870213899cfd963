/** The projects that the given paths lie in: their files, their settings and what they say of their modules. */

import { existsSync, readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import * as l10n from "@vscode/l10n";
import { isFolderWatched, type Policy, type PolicyLayer } from "../core/policy/policy.ts";
import { policyFileName } from "../core/policy/policyFileName.ts";
import { policyFiles, policyLayer } from "../core/policy/policyFiles.ts";
import { readerFor } from "../core/readers/index.ts";
import { makeWorkspaceFacts, type WorkspaceFacts } from "../core/workspaceFacts.ts";
import { diskTree } from "../node/disk.ts";
import { installedDistributions } from "../node/environments.ts";
import { keepWithin, readIfThere } from "../node/textFile.ts";
import { decodeText } from "../project/decodeText.ts";
import { contentsOf } from "../project/folderContents.ts";
import { reasonOf } from "../project/reasonOf.ts";
import { type FoundFile, type UnreadableFolder, walk } from "../project/walk.ts";
import type { InputProblem } from "./report.ts";

export interface Project {
  /** The absolute path of the folder that settings and globs refer to. */
  readonly root: string;
  readonly files: readonly ProjectFile[];
  /** Folders among the given places that could not be listed. */
  readonly unreadable: readonly UnreadableFolder[];
  readonly layers: readonly PolicyLayer[];
  readonly workspace: WorkspaceFacts;
  /** Whether the path below the root lies in one of the places that were given. */
  selects(path: string): boolean;
}

export interface ProjectFile {
  readonly absolute: string;
  /** Below the project's root, with `/` as separator. */
  readonly path: string;
  /** Below the current folder where it lies in it, for people and reports; `/` as separator. */
  readonly shown: string;
}

/** What a file is read as that was named although its path tells no format. */
export const namedTextLanguage = "pip-requirements";

/**
 * Never rejects; what cannot be used is in `problems`, in words.
 * @param tell is told again and again how many files were found in a project so far
 */
export async function findProjects(
  paths: readonly string[],
  tell: (files: number) => void = () => {},
): Promise<{ readonly projects: readonly Project[]; readonly problems: readonly InputProblem[] }> {
  const problems: InputProblem[] = [];
  const wanted = new Map<string, { readonly path: string; readonly isFile: boolean }[]>();
  for (const path of paths.length === 0 ? ["."] : paths) {
    const absolute = resolve(path);
    try {
      const found = await stat(absolute);
      const isFile = !found.isDirectory();
      if (isFile && !found.isFile()) throw new Error(l10n.t("it is no regular file"));
      const root = projectRoot(isFile ? dirname(absolute) : absolute);
      await keepWithin(root, absolute);
      wanted.set(root, [...(wanted.get(root) ?? []), { path: absolute, isFile }]);
    } catch (error) {
      problems.push({ path, problem: reasonOf(error) });
    }
  }
  const projects = await Promise.all(
    [...wanted].map(([root, places]) => openProject(root, places, problems, tell)),
  );
  return { projects, problems };
}

/** The folders whose files the report lacks because nobody may list them; those that the policy leaves out are none. */
export function closedFolders({ root, unreadable }: Project, policy?: Policy): InputProblem[] {
  return unreadable
    .filter(({ path }) => !policy || isFolderWatched(path, policy))
    .map(({ path, reason }) => ({
      path: slashes(relative(".", join(root, path))) || ".",
      problem: l10n.t("{reason}; names in this folder were not checked", { reason }),
    }));
}

/** The files that make a folder a project of its own; a repository is one anyhow. */
export const projectMarkers = [".vscode/settings.json", policyFileName] as const;

/** The nearest folder that policy or a repository makes a project, or else the folder itself. */
export function projectRoot(folder: string): string {
  const markers = [...projectMarkers, ".git"];
  for (let place = folder; ; place = dirname(place)) {
    if (markers.some((marker) => existsSync(join(place, marker)))) return place;
    if (dirname(place) === place) return folder;
  }
}

async function openProject(
  root: string,
  places: readonly { readonly path: string; readonly isFile: boolean }[],
  problems: InputProblem[],
  tell: (files: number) => void,
): Promise<Project> {
  const tree = diskTree(root);
  const all: FoundFile[] = [];
  const unreadable: UnreadableFolder[] = [];
  const onUnreadable = (folder: UnreadableFolder) => unreadable.push(folder);
  for await (const found of walk(tree, { onUnreadable })) {
    for (const file of found) all.push(file);
    tell(all.length);
  }

  const workspace = makeWorkspaceFacts({
    ...(await contentsOf(tree, all)),
    installed: await installedDistributions(root, null),
  });
  const given = places.map(({ path, isFile }) => ({ below: slashes(relative(root, path)), path, isFile }));
  const fileAt = filesBelow(root);
  const files = new Map<string, ProjectFile>();
  for (const { below, path, isFile } of given) {
    if (isFile) {
      const named = namedFile(root, below, workspace);
      if (named) files.set(named.path, named);
      else
        problems.push({
          path: slashes(relative(".", path)),
          problem: l10n.t("this is no format that Namesake reads"),
        });
      continue;
    }
    for (const file of all) {
      if (isWithin(file.path, below) && !file.ignored && readerFor(file.path))
        files.set(file.path, fileAt(file.path));
    }
    for (const path of workspace.included) if (isWithin(path, below)) files.set(path, fileAt(path));
  }
  return {
    root,
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    unreadable: unreadable.filter((folder) =>
      given.some(
        ({ below, isFile }) => !isFile && (isWithin(folder.path, below) || isWithin(below, folder.path)),
      ),
    ),
    layers: await diskLayers(root, problems),
    workspace,
    selects: (path) => given.some(({ below }) => isWithin(path, below)),
  };
}

function isWithin(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

/** A file that was named is read whether or not git ignores it; a plain text is taken for requirements. */
function namedFile(root: string, path: string, { included }: WorkspaceFacts): ProjectFile | null {
  return readerFor(path) || path.endsWith(".txt") || included.has(path) ? projectFile(root, path) : null;
}

export function projectFile(root: string, path: string): ProjectFile {
  const absolute = join(root, path);
  return { absolute, path, shown: slashes(relative(".", absolute)) };
}

/** The same for a root with thousands of files: where it lies is found out but once. */
export function filesBelow(root: string): (path: string) => ProjectFile {
  const shownRoot = slashes(relative(".", root));
  // From a folder within the root the way to a file need not lead by the root.
  if (/(?:^|\/)\.\.$/.test(shownRoot)) return (path) => projectFile(root, path);
  const prefix = shownRoot === "" ? "" : `${shownRoot}/`;
  const folder = root.endsWith(sep) ? root : root + sep;
  return (path) => ({ absolute: folder + path, path, shown: prefix + path });
}

/** The file's text as it is now. Nothing else waits meanwhile, and a promise a file costs more than the reading. @throws the system's error */
export function readDisk({ absolute }: ProjectFile): string {
  const text = readFileSync(absolute, { encoding: "utf8" });
  // To ask for bytes first takes a tenth of the check's time over thousands of files, and hardly one of them has a mark.
  return beginsWithMark(text) ? decodeText(readFileSync(absolute)) : text;
}

/** Whether a byte order mark, of any encoding, may have come out as this text. */
function beginsWithMark(text: string): boolean {
  return /^[\ufeff\ufffd\0]/.test(text);
}

/**
 * What the policy files of a repository say, the nearest last; the editor reads the same ones.
 * @param readText gives the text of a file below the root, null where there is none
 */
export async function repositoryLayers(
  root: string,
  readText: (path: string) => Promise<string | null>,
): Promise<PolicyLayer[]> {
  const layers = await Promise.all(
    policyFiles.map(async (file) => {
      const text = await readText(file.path);
      const shown = slashes(relative(".", join(root, file.path)));
      return text === null ? null : policyLayer(file, text, { shown, mayRelax: true });
    }),
  );
  return layers.filter((layer) => layer !== null);
}

/** The same from the files on disk. */
export function diskLayers(root: string, problems: InputProblem[]): Promise<PolicyLayer[]> {
  return repositoryLayers(root, (path) => readPolicyFile(root, path, problems));
}

async function readPolicyFile(root: string, path: string, problems: InputProblem[]): Promise<string | null> {
  const { absolute, shown } = projectFile(root, path);
  try {
    return await readIfThere(root, absolute);
  } catch (error) {
    problems.push({ path: shown, problem: reasonOf(error) });
    return null;
  }
}

function slashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
