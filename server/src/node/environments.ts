/** What is installed in a project's Python environment, told by the names of `*.dist-info` folders alone. */

import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Where people keep a project's environment, below its folder. */
const usualPlaces = [".venv", "venv", "env", ".env"];

/**
 * The distributions installed for the folder, as their `*.dist-info` folders spell them. Nothing is executed or opened.
 * @param interpreter the interpreter that was chosen, or null; it lies in `bin` or `Scripts` of its environment
 */
export async function installedDistributions(folder: string, interpreter: string | null): Promise<string[]> {
  const prefixes = usualPlaces.map((place) => join(folder, place));
  if (interpreter) prefixes.push(dirname(dirname(interpreter)), dirname(interpreter));
  const libraries = (await Promise.all(prefixes.map(libraryFolders))).flat();
  const entries = (await Promise.all([...new Set(libraries)].map(list))).flat();
  return [...new Set(entries.flatMap((entry) => /^(.+?)-[^-]+\.(?:dist|egg)-info$/.exec(entry)?.[1] ?? []))];
}

/** `lib/python3.12/site-packages` on POSIX systems, `Lib/site-packages` on Windows. */
async function libraryFolders(prefix: string): Promise<string[]> {
  const versions = (await list(join(prefix, "lib"))).filter((name) => /^python\d/.test(name));
  return [
    join(prefix, "Lib", "site-packages"),
    ...versions.map((version) => join(prefix, "lib", version, "site-packages")),
  ];
}

async function list(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch {
    return [];
  }
}
