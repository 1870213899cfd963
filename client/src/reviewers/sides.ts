/** States of files that are shown to readers, such as both sides of a commit's changes: which of them are to be checked. */

import { TabInputText, TabInputTextDiff, type Uri, window, workspace } from "vscode";
import { reviewSchemes } from "../../../server/src/lsp/protocol.ts";

/** Whether the document is a state of a file that can only be read. A workspace may lie under such a scheme itself. */
export function isReviewDocument(uri: Uri): boolean {
  return reviewSchemes.includes(uri.scheme) && !workspace.getWorkspaceFolder(uri);
}

/**
 * Whether somebody reads the document as what is or will be: alone in a tab, or on the modified side of a comparison.
 * The original side is what is going away.
 */
export function isRead(uri: Uri): boolean {
  const wanted = uri.toString();
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => {
    if (input instanceof TabInputText) return input.uri.toString() === wanted;
    return input instanceof TabInputTextDiff && input.modified.toString() === wanted;
  });
}

/** The file of the workspace that the document is a state of, or null. */
export function fileBehind(uri: Uri): Uri | null {
  for (const { uri: folder } of workspace.workspaceFolders ?? []) {
    if (uri.path.startsWith(`${folder.path}/`)) return folder.with({ path: uri.path });
  }
  return null;
}
