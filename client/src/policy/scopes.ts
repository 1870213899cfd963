/** The scopes at which this window can keep settings, and what each of them says. */

import { l10n, Uri, type WorkspaceFolder, workspace } from "vscode";
import { folderSettings, type PolicyFileKind, type TrustScope } from "../../../server/src/lsp/protocol.ts";

export interface PolicyScope {
  readonly scope: TrustScope;
  /** Null unless these are the settings of a folder. */
  readonly folder: WorkspaceFolder | null;
  /** As VS Code calls it: `User`, `Workspace`, or the folder's name. */
  readonly title: string;
  /** The file that holds the settings, as people find it in the window; null where they know it by another name. */
  readonly fileName: string | null;
  /** The file itself; null where only VS Code can write it: user settings, and a workspace that was never saved. */
  readonly file: PolicyFile | null;
}

export interface PolicyFile {
  readonly uri: Uri;
  readonly kind: PolicyFileKind;
}

/** The farthest scope first. A nearer one adds to the lists of those before it and overrides their single values. */
export function policyScopes(): PolicyScope[] {
  const user: PolicyScope = {
    scope: "user",
    folder: null,
    title: l10n.t("User"),
    fileName: null,
    file: null,
  };
  const { workspaceFile, workspaceFolders = [] } = workspace;
  if (workspaceFile) return [user, workspaceScope(workspaceFile), ...workspaceFolders.map(folderScope)];
  // Without a workspace file there is one folder at most, whose settings are the workspace's.
  return [user, ...workspaceFolders.map(soleFolderScope)];
}

export function valuesAt({ scope, folder }: PolicyScope): Record<string, unknown> {
  const found = workspace.getConfiguration(undefined, folder?.uri ?? null).inspect("namesake");
  const values =
    scope === "user"
      ? found?.globalValue
      : scope === "workspace"
        ? found?.workspaceValue
        : found?.workspaceFolderValue;
  return typeof values === "object" && values !== null ? (values as Record<string, unknown>) : {};
}

function workspaceScope(uri: Uri): PolicyScope {
  const saved = uri.scheme !== "untitled";
  return {
    scope: "workspace",
    folder: null,
    title: l10n.t("Workspace"),
    fileName: saved ? uri.path.slice(uri.path.lastIndexOf("/") + 1) : (workspace.name ?? null),
    file: saved ? { uri, kind: "code-workspace" } : null,
  };
}

function folderScope(folder: WorkspaceFolder): PolicyScope {
  return {
    scope: "folder",
    folder,
    title: folder.name,
    fileName: `${folder.name}/${folderSettings}`,
    file: { uri: Uri.joinPath(folder.uri, folderSettings), kind: "settings" },
  };
}

function soleFolderScope(folder: WorkspaceFolder): PolicyScope {
  return {
    ...folderScope(folder),
    scope: "workspace",
    folder: null,
    title: l10n.t("Workspace"),
    fileName: folderSettings,
  };
}
