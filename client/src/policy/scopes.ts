/** The scopes at which this window can keep policy, and what the settings at each of them say. */

import { l10n, Uri, type WorkspaceFolder, workspace } from "vscode";
import {
  folderSettings,
  type PolicyFileKind,
  policyFileName,
  type TrustedEntry,
} from "../../../server/src/lsp/protocol.ts";

export interface PolicyScope {
  readonly scope: TrustedEntry["origin"]["scope"];
  /** Null unless what stands here counts for one folder only. */
  readonly folder: WorkspaceFolder | null;
  /** As VS Code calls it: `User`, `Workspace`, or the folder's name; what it calls nothing has a title of ours. */
  readonly title: string;
  /** The file that holds the policy, as people find it in the window; null where they know it by another name. */
  readonly fileName: string | null;
  /** The file itself; null where only VS Code can write it: user settings, and a workspace that was never saved. */
  readonly file: PolicyFile | null;
}

export interface PolicyFile {
  readonly uri: Uri;
  /** Null for a file that is only read. */
  readonly kind: PolicyFileKind | null;
}

/**
 * The scopes of settings, the farthest first. A nearer one adds to the lists of those before it and overrides their
 * single values.
 */
export function settingsScopes(): PolicyScope[] {
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

/** All scopes where a package can be trusted: the settings, and the policy file of each folder. */
export function writableScopes(): PolicyScope[] {
  const shared = (workspace.workspaceFolders ?? []).map((folder) => sharedScope(folder, policyFileName));
  return [...settingsScopes(), ...shared];
}

/** The scope that an entry stands at; undefined where its folder has left the workspace. */
export function scopeOf({
  origin,
  folder,
}: Pick<TrustedEntry, "origin" | "folder">): PolicyScope | undefined {
  const found = workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder);
  if (origin.scope === "file") return found && sharedScope(found, origin.file ?? "");
  return settingsScopes().find(
    (each) => each.scope === origin.scope && (each.folder?.uri.toString() ?? null) === folder,
  );
}

export function isWritable({ file }: PolicyScope): boolean {
  return file?.kind !== null;
}

/** Where the policy stands, as a part of a sentence. */
export function placeOf({ fileName }: PolicyScope): string {
  return fileName ?? l10n.t("your user settings");
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

/** @param path below the folder: `namesake.json`, or another file that carries policy among other things */
function sharedScope(folder: WorkspaceFolder, path: string): PolicyScope {
  const several = (workspace.workspaceFolders?.length ?? 0) > 1;
  return {
    scope: "file",
    folder,
    title: several ? l10n.t("Shared Policy of {folder}", { folder: folder.name }) : l10n.t("Shared Policy"),
    fileName: several ? `${folder.name}/${path}` : path,
    file: {
      uri: Uri.joinPath(folder.uri, ...path.split("/")),
      kind: path === policyFileName ? "namesake-json" : null,
    },
  };
}
