/** The settings as the server needs them: every scope by itself, so that it knows where an entry comes from. */

import { Disposable, workspace } from "vscode";
import type { SettingsParams } from "../../server/src/lsp/protocol.ts";
import { settingsScopes, valuesAt } from "./policy/scopes.ts";

export function readSettings(interpreters: SettingsParams["interpreters"]): SettingsParams {
  const scopes = settingsScopes();
  return {
    workspaceTrusted: workspace.isTrusted,
    layers: scopes.map((each) => ({
      origin: { scope: each.scope, file: each.fileName },
      folder: each.folder?.uri.toString() ?? null,
      values: valuesAt(each),
    })),
    workspaceFile: scopes.find(({ scope }) => scope === "workspace")?.fileName ?? null,
    interpreters,
  };
}

/** Calls back whenever {@link readSettings} would say something else. */
export function watchSettings(callback: () => void): Disposable {
  return Disposable.from(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("namesake")) callback();
    }),
    workspace.onDidGrantWorkspaceTrust(callback),
    workspace.onDidChangeWorkspaceFolders(callback),
  );
}
