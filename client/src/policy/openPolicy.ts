/** Opens the settings of a scope where a trusted package stands. */

import { commands, window, workspace } from "vscode";
import { rangeOf } from "../ranges.ts";
import { locateEntry } from "./locateEntry.ts";
import type { PolicyScope } from "./scopes.ts";

/** @param name the entry to show; the start of the file where it is not there */
export async function openPolicy({ scope, file }: PolicyScope, name: string): Promise<void> {
  if (!file) {
    const command = scope === "user" ? "openSettingsJson" : "openWorkspaceSettingsFile";
    const revealSetting = { key: "namesake.trustedPackages" };
    await commands.executeCommand(`workbench.action.${command}`, { revealSetting });
    return;
  }
  const document = await workspace.openTextDocument(file.uri);
  const selection = rangeOf(document, locateEntry(document.getText(), name));
  await window.showTextDocument(document, { selection });
}
