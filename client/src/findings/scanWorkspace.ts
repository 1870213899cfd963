/** Scan Workspace: checks every file, with progress that can be cancelled. */

import { commands, l10n, ProgressLocation, window, workspace } from "vscode";
import { type ScanResult, scanRequest } from "../../../server/src/lsp/protocol.ts";
import type { LanguageServer } from "../languageServer.ts";
import { inform } from "../notifications.ts";
import { countFiles, countFindings } from "../words.ts";

/** Null where there is nothing to scan. Resolves when the scan is over; the sentence may still be on the screen. */
export async function scanWorkspace(server: LanguageServer): Promise<ScanResult | null> {
  if (!workspace.workspaceFolders?.length) {
    void inform(l10n.t("There is no folder to scan. Open one first."));
    return null;
  }
  const result = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t("Checking the names in all files"),
      cancellable: true,
    },
    async (progress, token) => {
      let shown = 0;
      const watching = server.onScanProgress(({ done, of }) => {
        const percentage = (100 * done) / of;
        progress.report({ increment: percentage - shown, message: l10n.t("{done} of {of}", { done, of }) });
        shown = percentage;
      });
      try {
        return await server.request<ScanResult>(scanRequest, undefined, token);
      } finally {
        watching.dispose();
      }
    },
  );
  void tell(result);
  return result;
}

async function tell({ files, findings, cancelled }: ScanResult): Promise<void> {
  const counts = { files: countFiles(files), findings: countFindings(findings) };
  const sentence = cancelled
    ? l10n.t("The scan was cancelled: {files}, {findings}.", counts)
    : l10n.t("The scan is complete: {files}, {findings}.", counts);
  const review = l10n.t("Review");
  const answer = await inform(sentence, ...(findings > 0 ? [review] : []));
  if (answer === review) await commands.executeCommand("namesake.reviewFindings");
}
