/** What the workspace itself says about names: its own modules, what is installed, what it declares. */

import { readText } from "./check.ts";
import { resolveInclude } from "./includes.ts";
import { type NormalizedName, normalizeName } from "./names.ts";
import { readerFor } from "./readers/index.ts";

/** Plain data, so that it can be handed to another thread. */
export interface WorkspaceFacts {
  /** The top-level names of the project's own modules and packages. */
  readonly ownModules: ReadonlySet<string>;
  /** Distributions in the project's environment. */
  readonly installed: ReadonlySet<NormalizedName>;
  /** Distributions that the project's own files ask for, and where: in a manifest rather than in a lock, which a tool writes. */
  readonly declared: ReadonlyMap<NormalizedName, Declaration>;
  /** The files below the folder, with `/` as separator, that its manifests take in, whatever these are called. */
  readonly included: ReadonlySet<string>;
}

/** The place of a name in a file that asks for it. */
export interface Declaration {
  /** Below the project's folder, with `/` as separator. */
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
}

/** For a text that belongs to no workspace. */
export const noWorkspaceFacts: WorkspaceFacts = {
  ownModules: new Set(),
  installed: new Set(),
  declared: new Map(),
  included: new Set(),
};

/** What a host found in a project's folder; it reads files, the core makes sense of them. */
export interface FolderContents {
  /** All files, below the folder, with `/` as separator. */
  readonly paths: readonly string[];
  /** The files that declare dependencies, and those that they take in. */
  readonly manifests: readonly Manifest[];
  /** Names of distributions in the project's environments, as their `*.dist-info` folders spell them. */
  readonly installed: readonly string[];
}

export interface Manifest {
  /** Below the folder, with `/` as separator. */
  readonly path: string;
  readonly text: string;
  /** True where another one takes it in. */
  readonly isIncluded?: boolean;
}

export function makeWorkspaceFacts({ paths, manifests, installed }: FolderContents): WorkspaceFacts {
  return {
    ownModules: collectOwnModules(paths),
    installed: new Set(installed.map(normalizeName)),
    declared: collectDeclarations(manifests),
    included: new Set(manifests.filter(({ isIncluded }) => isIncluded).map(({ path }) => path)),
  };
}

function collectDeclarations(manifests: FolderContents["manifests"]): Map<NormalizedName, Declaration> {
  const declared = new Map<NormalizedName, Declaration>();
  const locked = new Map<NormalizedName, Declaration>();
  for (const manifest of manifests) {
    const { path, text } = manifest;
    const lineAt = countLines(text);
    const { references, role } = readText(manifest);
    const found = role === "lock" ? locked : declared;
    for (const { kind, name, span } of references) {
      const line = lineAt(span.start);
      const normalized = normalizeName(name);
      if (kind === "distribution" && !found.has(normalized)) found.set(normalized, { path, line });
    }
  }
  return new Map([...locked, ...declared]);
}

/** The files below the folder that a manifest takes in (`-r`, `-c`), whose names may tell no format. */
export function includedPaths(manifest: Manifest): string[] {
  const { path, isIncluded = false } = manifest;
  // A lock takes in nothing, and can be as large as all else of a project.
  if (!isIncluded && readerFor(path)?.role === "lock") return [];
  return readText(manifest).includes.flatMap((include) => resolveInclude(path, include.path) ?? []);
}

/** The zero-based line of an offset. Offsets must be asked for in ascending order, so that the text is passed once. */
function countLines(text: string): (offset: number) => number {
  let line = 0;
  let next = text.indexOf("\n");
  return (offset) => {
    while (next >= 0 && next < offset) {
      line += 1;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}

/**
 * The top-level names that a project's own files can be imported under.
 * Any folder of the project may be on Python's path (`src`, `tests`, scripts that change `sys.path`), so every
 * Python file and every folder above one counts, wherever it lies.
 * @param paths of the project's files, below its folder, with `/` as separator
 */
function collectOwnModules(paths: Iterable<string>): Set<string> {
  const modules = new Set<string>();
  /** Whose names are in already: most files lie in the folder of the one before. */
  let known: string | undefined;
  for (const path of paths) {
    const nameStart = path.lastIndexOf("/") + 1;
    // Compiled modules carry the platform between the name and the ending: `fast.cpython-311-x86_64-linux-gnu.so`.
    const module = /^([^.]+)\.(?:py|pyi|pyw|pyx|ipynb|(?:[^/]*\.)?(?:so|pyd))$/.exec(
      path.slice(nameStart),
    )?.[1];
    if (module === undefined) continue;
    modules.add(module);
    const folder = path.slice(0, nameStart);
    if (folder === known) continue;
    known = folder;
    for (const name of folder.split("/").slice(0, -1)) modules.add(name);
  }
  return modules;
}
