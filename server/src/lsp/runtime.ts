/** What a host gives the server: everything that differs between Node, a browser worker and a test. */

import type { FolderContents } from "../core/workspaceFacts.ts";
import type { Extent } from "../project/folderContents.ts";
import type { UnreadableFolder } from "../project/walk.ts";

export interface Runtime extends ProjectFiles {
  /** The bytes of the pack. Rejects where they cannot be read. */
  loadPack(): Promise<Uint8Array>;
  /**
   * Writes a file that is not there yet. Rejects with the system's error, also where it is there by now. Absent where
   * the host has no disk to write to.
   */
  createFile?(uri: string, text: string): Promise<void>;
  now(): Date;
  /** @returns a function that cancels the work if it has not begun */
  schedule(work: () => void, milliseconds: number): () => void;
}

/** The saved files of the projects that are open, and of other places by their URIs. */
export interface ProjectFiles {
  /**
   * What a folder holds. Unreadable parts are left out; never rejects.
   * @param folder URI
   * @param interpreter path of the Python interpreter that was chosen for the folder, or null
   */
  readFolder(folder: string, extent: Extent, interpreter: string | null): Promise<FolderContents>;
  /**
   * The files below a folder whose names are to be checked, by their paths below it, with `/` as separator. Those that
   * git is told to ignore are left out. Never rejects.
   * @param folder URI
   * @param isCancelled where it becomes true there may be fewer
   * @param onUnreadable is told of folders whose files are not among them
   */
  findFiles(
    folder: string,
    isCancelled: () => boolean,
    onUnreadable: (folder: UnreadableFolder) => void,
  ): AsyncIterable<string>;
  /**
   * The text of a file by its URI, or null where there is none. Rejects, with what `reasonOf` puts in words, where it
   * cannot be read.
   * @param folder URI of the folder that it must lie in, wherever links lead; the one above it where none is named
   */
  readFile(uri: string, folder?: string): Promise<string | null>;
}
