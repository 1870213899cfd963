/** Scan Workspace: checks every file, with progress that can be cancelled. */

import { commands, l10n, ProgressLocation, window, workspace } from "vscode";
import { type ScanResult, scanRequest } from "../../../server/src/lsp/protocol.ts";
import type { LanguageServer } from "../languageServer.ts";
import { inform, warn } from "../notifications.ts";
import { countFiles, countFindings, inNumber } from "../words.ts";

/** Null where nothing was scanned. Resolves when the scan is over; the sentence may still be on the screen. */
export async function scanWorkspace(server: LanguageServer): Promise<ScanResult | null> {
  if (!workspace.workspaceFolders?.length) {
    void inform(l10n.t("There is no folder to scan. Open one first."));
    return null;
  }
  try {
    const result = await scanWithProgress(server);
    void tell(result);
    return result;
  } catch {
    void warn(l10n.t("The scan ended early: the language server stopped. Not all files were checked."));
    return null;
  }
}

/** The same without a word. False where it did not come to its end. */
export async function scanQuietly(server: LanguageServer): Promise<boolean> {
  try {
    return !(await server.request<ScanResult>(scanRequest)).cancelled;
  } catch {
    return false;
  }
}

function scanWithProgress(server: LanguageServer): Thenable<ScanResult> {
  return window.withProgress(
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
}

async function tell({ files, findings, unreadable, cancelled }: ScanResult): Promise<void> {
  const counts = { files: countFiles(files), findings: countFindings(findings) };
  const sentence = cancelled
    ? l10n.t("The scan was cancelled: {files}, {findings}.", counts)
    : l10n.t("The scan is complete: {files}, {findings}.", counts);
  const review = l10n.t("Review");
  const buttons = findings > 0 ? [review] : [];
  const showLog = l10n.t("Show Log");
  const answer =
    unreadable === 0
      ? await inform(sentence, ...buttons)
      : await warn(`${sentence} ${sayUnreadable(unreadable)}`, ...buttons, showLog);
  if (answer === review) await commands.executeCommand("namesake.reviewFindings");
  if (answer === showLog) await commands.executeCommand("namesake.showLog");
}

/** Nobody may believe that names were checked where they were not. */
function sayUnreadable(count: number): string {
  return inNumber(
    count,
    l10n.t("{count} file or folder could not be read: the log names it.", { count }),
    l10n.t("{count} files or folders could not be read: the log names them.", { count }),
  );
}
