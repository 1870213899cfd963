/** A folder of files, wherever it lies: on this disk, or where only an editor can reach. */

export interface FileTree {
  /**
   * What a folder holds; nothing where it cannot be read. Never rejects. Links and devices are left out.
   * @param folder below the tree's root, with `/` as separator; empty for the root itself
   */
  list(folder: string): Promise<readonly FileTreeEntry[]>;
  /**
   * The text of a file, or null where it cannot be read. Never rejects.
   * @param path below the tree's root, with `/` as separator
   */
  read(path: string): Promise<string | null>;
}

export interface FileTreeEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
}
