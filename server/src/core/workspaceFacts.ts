/** What the workspace itself says about names: its own modules, what is installed, what it declares. */

import { type NormalizedName, normalizeName } from "./names.ts";
import { readerFor } from "./readers/index.ts";

export interface WorkspaceFacts {
  /** Whether the project itself has a module or package of this top-level name. */
  isOwnModule(module: string): boolean;
  /** Distributions in the project's environment. */
  readonly installed: ReadonlySet<NormalizedName>;
  /** Distributions that the project's own files ask for. */
  readonly declared: ReadonlySet<NormalizedName>;
}

/** For a text that belongs to no workspace. */
export const noWorkspaceFacts: WorkspaceFacts = {
  isOwnModule: () => false,
  installed: new Set(),
  declared: new Set(),
};

/** What a host found in a project's folder; it reads files, the core makes sense of them. */
export interface FolderContents {
  /** All files, below the folder, with `/` as separator. */
  readonly paths: readonly string[];
  /** The texts of the files that declare dependencies. */
  readonly manifests: readonly { readonly path: string; readonly text: string }[];
  /** Names of distributions in the project's environments, as their `*.dist-info` folders spell them. */
  readonly installed: readonly string[];
}

export function makeWorkspaceFacts({ paths, manifests, installed }: FolderContents): WorkspaceFacts {
  const ownModules = collectOwnModules(paths);
  const declared = new Set<NormalizedName>();
  for (const { path, text } of manifests) {
    for (const reference of readerFor(path)?.read(text).references ?? []) {
      if (reference.kind === "distribution") declared.add(normalizeName(reference.name));
    }
  }
  return {
    isOwnModule: (module) => ownModules.has(module),
    installed: new Set(installed.map(normalizeName)),
    declared,
  };
}

/**
 * The top-level names that a project's own files can be imported under.
 * Any folder of the project may be on Python's path (`src`, `tests`, scripts that change `sys.path`), so every
 * Python file and every folder above one counts, wherever it lies.
 * @param paths of the project's files, below its folder, with `/` as separator
 */
export function collectOwnModules(paths: Iterable<string>): Set<string> {
  const modules = new Set<string>();
  for (const path of paths) {
    const parts = path.split("/");
    const file = parts.pop() ?? "";
    // Compiled modules carry the platform between the name and the ending: `fast.cpython-311-x86_64-linux-gnu.so`.
    const module = /^([^.]+)\.(?:py|pyi|pyw|pyx|ipynb|(?:[^/]*\.)?(?:so|pyd))$/.exec(file)?.[1];
    if (module === undefined) continue;
    modules.add(module);
    for (const folder of parts) modules.add(folder);
  }
  return modules;
}
