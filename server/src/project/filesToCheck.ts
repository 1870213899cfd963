/** The files of a folder whose names are to be checked. */

import { readerFor } from "../core/readers/index.ts";
import type { FileTree } from "./fileTree.ts";
import { type UnreadableFolder, walk } from "./walk.ts";

/** By their paths below the folder, with `/` as separator. Those that git is told to ignore are left out. */
export async function* filesToCheck(
  tree: FileTree,
  isCancelled: () => boolean,
  onUnreadable: (folder: UnreadableFolder) => void,
): AsyncGenerator<string> {
  for await (const files of walk(tree, { skipIgnored: true, isCancelled, onUnreadable })) {
    for (const { path, ignored } of files) {
      if (isCancelled()) return;
      if (!ignored && readerFor(path)) yield path;
    }
  }
}
