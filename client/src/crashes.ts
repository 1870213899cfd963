/** What is done when the language server dies: it is started again without a word, until it dies too often. */

import { commands, l10n, window } from "vscode";
import type { CloseAction, ErrorAction, ErrorHandler } from "vscode-languageclient";

/** So many crashes within so many milliseconds are no accident. */
const mostCrashes = 5;
const timeSpan = 180_000;

// The library's enumerations: its code is loaded with the server, not for three numbers.
const goOn: ErrorAction = 1;
const stayStopped: CloseAction = 1;
const restart: CloseAction = 2;

/** @param tell says that the server stays stopped */
export function makeCrashHandler(tell: () => void, now: () => number = Date.now): ErrorHandler {
  let crashes: readonly number[] = [];
  return {
    // A connection that fails for good closes too, and is dealt with then.
    error: () => ({ action: goOn, handled: true }),
    closed() {
      const time = now();
      crashes = [...crashes.filter((crash) => time - crash < timeSpan), time];
      if (crashes.length < mostCrashes) return { action: restart, handled: true };
      tell();
      return { action: stayStopped, handled: true };
    },
  };
}

/** Names are not checked from now on, and the person must not believe that they are. */
export async function tellOfCrashes(): Promise<void> {
  const startAgain = l10n.t("Start Again");
  const showLog = l10n.t("Show Log");
  const chosen = await window.showErrorMessage(
    l10n.t(
      "The language server crashed {count} times within three minutes and stays stopped. Package names are not checked.",
      {
        count: mostCrashes,
      },
    ),
    startAgain,
    showLog,
  );
  if (chosen === startAgain) await commands.executeCommand("namesake.restartServer");
  if (chosen === showLog) await commands.executeCommand("namesake.showLog");
}
