/** The projects that the given paths lie in: their files, their settings and what they say of their modules. */

import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { type ParseError, parse } from "jsonc-parser";
import type { PolicyLayer } from "../core/policy/policy.ts";
import { readerFor } from "../core/readers/index.ts";
import { makeWorkspaceFacts, type WorkspaceFacts } from "../core/workspaceFacts.ts";
import { contentsOf } from "../node/folderContents.ts";
import { type FoundFile, walk } from "../node/walk.ts";

export interface Project {
  /** The absolute path of the folder that settings and globs refer to. */
  readonly root: string;
  readonly files: readonly ProjectFile[];
  readonly layers: readonly PolicyLayer[];
  readonly workspace: WorkspaceFacts;
}

export interface ProjectFile {
  readonly absolute: string;
  /** Below the project's root, with `/` as separator. */
  readonly path: string;
  /** Below the current folder where it lies in it, for people and reports; `/` as separator. */
  readonly shown: string;
  /** A language id where the file was named although its path tells no format. */
  readonly languageId?: string;
}

/** A path that was given cannot be read, or is no format that we know. */
export interface InputProblem {
  readonly path: string;
  readonly problem: string;
}

/** Never rejects; what cannot be used is in `problems`, in words. */
export async function findProjects(
  paths: readonly string[],
): Promise<{ readonly projects: readonly Project[]; readonly problems: readonly InputProblem[] }> {
  const problems: InputProblem[] = [];
  const wanted = new Map<string, { readonly path: string; readonly isFile: boolean }[]>();
  for (const path of paths.length === 0 ? ["."] : paths) {
    const absolute = resolve(path);
    try {
      const isFile = !(await stat(absolute)).isDirectory();
      const root = projectRoot(isFile ? dirname(absolute) : absolute);
      wanted.set(root, [...(wanted.get(root) ?? []), { path: absolute, isFile }]);
    } catch (error) {
      problems.push({ path, problem: reasonOf(error) });
    }
  }
  const projects = await Promise.all(
    [...wanted].map(([root, places]) => openProject(root, places, problems)),
  );
  return { projects, problems };
}

/** The nearest folder that settings or a repository make a project, or else the folder itself. */
function projectRoot(folder: string): string {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(join(place, ".vscode", "settings.json")) || existsSync(join(place, ".git"))) return place;
    if (dirname(place) === place) return folder;
  }
}

async function openProject(
  root: string,
  places: readonly { readonly path: string; readonly isFile: boolean }[],
  problems: InputProblem[],
): Promise<Project> {
  const all: FoundFile[] = [];
  for await (const file of walk(root)) all.push(file);

  const files = new Map<string, ProjectFile>();
  for (const { path, isFile } of places) {
    const below = slashes(relative(root, path));
    if (isFile) {
      const named = namedFile(root, below);
      if (named) files.set(named.path, named);
      else
        problems.push({
          path: slashes(relative(".", path)),
          problem: "this is no format that Namesake reads",
        });
      continue;
    }
    for (const file of all) {
      const inside = below === "" || file.path.startsWith(`${below}/`);
      if (inside && !file.ignored && readerFor(file.path)) files.set(file.path, projectFile(root, file.path));
    }
  }
  return {
    root,
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    layers: await settingsLayers(root, problems),
    workspace: makeWorkspaceFacts(await contentsOf(root, all, null)),
  };
}

/** A file that was named is read whether or not git ignores it; a plain text is taken for requirements. */
function namedFile(root: string, path: string): ProjectFile | null {
  if (readerFor(path)) return projectFile(root, path);
  return path.endsWith(".txt") ? { ...projectFile(root, path), languageId: "pip-requirements" } : null;
}

function projectFile(root: string, path: string): ProjectFile {
  const absolute = join(root, path);
  return { absolute, path, shown: slashes(relative(".", absolute)) };
}

/** The workspace settings that the editor reads too. */
async function settingsLayers(root: string, problems: InputProblem[]): Promise<PolicyLayer[]> {
  const path = join(root, ".vscode", "settings.json");
  if (!existsSync(path)) return [];
  const shown = slashes(relative(".", path));
  try {
    const errors: ParseError[] = [];
    const settings: unknown = parse(await readFile(path, "utf8"), errors, { allowTrailingComma: true });
    if (errors.length > 0)
      problems.push({ path: shown, problem: "this is not valid JSON (comments are allowed)" });
    const entries = typeof settings === "object" && settings !== null ? Object.entries(settings) : [];
    const ours = entries.filter(([key]) => key.startsWith("namesake."));
    const values = Object.fromEntries(ours.map(([key, value]) => [key.slice("namesake.".length), value]));
    return [{ origin: { scope: "workspace", file: shown }, values, mayRelax: true }];
  } catch (error) {
    problems.push({ path: shown, problem: reasonOf(error) });
    return [];
  }
}

function slashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** The system's own words for people, without the call and the path that Node adds. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return /^[A-Z]+: ([^,]+)/.exec(error.message)?.[1] ?? error.message;
}
