/** The workspace folders, and what is known of each. */

import { makeWorkspaceFacts, type WorkspaceFacts } from "../core/workspaceFacts.ts";
import type { Runtime } from "./runtime.ts";

export interface Folders {
  /** The innermost workspace folder that holds the document, or null. */
  folderOf(documentUri: string): string | null;
  /** The path below the folder, or the file's name where the document is in none; `/` as separator, decoded. */
  pathOf(documentUri: string): string;
  /** Looked up once a folder, until {@link forget}. */
  factsFor(documentUri: string, interpreter: string | null, withLocks: boolean): Promise<WorkspaceFacts>;
  change(added: readonly string[], removed: readonly string[]): void;
  /** Files came or went: what is known of the folders that hold them must be looked up anew. */
  forget(): void;
  readonly all: readonly string[];
}

/** @param atFirst URIs of the workspace folders */
export function makeFolders(atFirst: readonly string[], runtime: Runtime): Folders {
  let all = atFirst.map(withoutSlash);
  const facts = new Map<string, Promise<WorkspaceFacts>>();
  const folderOf = (uri: string): string | null =>
    all.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0] ?? null;

  return {
    get all() {
      return all;
    },
    folderOf,
    pathOf(uri) {
      const folder = folderOf(uri);
      return decode(folder ? uri.slice(folder.length + 1) : uri.slice(uri.lastIndexOf("/") + 1));
    },
    factsFor(uri, interpreter, withLocks) {
      const folder = folderOf(uri);
      const place = folder ?? uri.slice(0, uri.lastIndexOf("/"));
      const key = `${place} ${withLocks} ${interpreter}`;
      let found = facts.get(key);
      if (!found) {
        const extent = { depth: folder ? "all" : "neighbours", withLocks } as const;
        found = runtime.readFolder(place, extent, interpreter).then(makeWorkspaceFacts);
        facts.set(key, found);
      }
      return found;
    },
    change(added, removed) {
      const gone = new Set(removed.map(withoutSlash));
      all = [...all.filter((folder) => !gone.has(folder)), ...added.map(withoutSlash)];
      facts.clear();
    },
    forget: () => facts.clear(),
  };
}

function withoutSlash(uri: string): string {
  return uri.endsWith("/") ? uri.slice(0, -1) : uri;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
