/**
 * Sentences on the screen. VS Code makes a link of `[text](command:…)` in them, which runs the command: names, folders
 * and messages that stand in a sentence were written by others, so that none of ours has links.
 */

import { type MessageOptions, window } from "vscode";
import { printable } from "../../server/src/lsp/protocol.ts";

/** The button that was chosen, undefined where the sentence was dismissed. */
export function inform(sentence: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return window.showInformationMessage(plain(sentence), ...buttons);
}

export function warn(sentence: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return window.showWarningMessage(plain(sentence), ...buttons);
}

/** Something does not work until the person does something. */
export function alarm(sentence: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return window.showErrorMessage(plain(sentence), ...buttons);
}

/** A question that is answered before anything else is done. */
export function ask(
  title: string,
  detail: string,
  ...buttons: readonly string[]
): Thenable<string | undefined> {
  const options: MessageOptions = { modal: true, detail };
  return window.showInformationMessage(plain(title), options, ...buttons);
}

function plain(sentence: string): string {
  return printable(sentence).replaceAll("](", "] (");
}
