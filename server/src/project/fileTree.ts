/** A folder of files, wherever it lies: on this disk, or where only an editor can reach. */

export interface FileTree {
  /**
   * What a folder holds; nothing where it is gone by now. Devices are left out, and links but those to files of the tree. Rejects, with what
   * `reasonOf` puts in words, where it cannot be read.
   * @param folder below the tree's root, with `/` as separator; empty for the root itself
   */
  list(folder: string): Promise<readonly FileTreeEntry[]>;
  /**
   * The text of a file, or null where it is gone by now. Rejects in the same way where it cannot be read.
   * @param path below the tree's root, with `/` as separator
   */
  read(path: string): Promise<string | null>;
  /** The same of a file that no listing told of, but another file; absent where {@link read} is as good for it. */
  readUnlisted?(path: string): Promise<string | null>;
}

export interface FileTreeEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
}
