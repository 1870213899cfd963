/** What is done when the language server dies: it is started again without a word, until it dies too often. */

import { commands, l10n } from "vscode";
import type { BaseLanguageClient, CloseAction, ErrorAction, ErrorHandler } from "vscode-languageclient";
import { alarm } from "./notifications.ts";

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

/** What the library shows by itself speaks of connections and codes: it goes to the log, and people hear it from us. */
export function onlyLogErrors(client: BaseLanguageClient): void {
  const { error } = client;
  client.error = (message, data) => error.call(client, message, data, false);
}

export function tellOfCrashes(): Promise<void> {
  return tell(
    l10n.t(
      "The language server crashed {count} times within three minutes and stays stopped. Package names are not checked.",
      { count: mostCrashes },
    ),
  );
}

export function tellOfFailedStart(): Promise<void> {
  return tell(l10n.t("The language server could not be started. Package names are not checked."));
}

/** Nobody may believe that names are checked when they are not. */
async function tell(sentence: string): Promise<void> {
  const startAgain = l10n.t("Start Again");
  const showLog = l10n.t("Show Log");
  const chosen = await alarm(sentence, startAgain, showLog);
  if (chosen === startAgain) await commands.executeCommand("namesake.restartServer");
  if (chosen === showLog) await commands.executeCommand("namesake.showLog");
}
