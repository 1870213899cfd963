/** The sample of the walkthrough: a copy to play with, so that neither a project nor the extension is changed. */

import { type ExtensionContext, Uri, ViewColumn, window, workspace } from "vscode";

export function makeOpenSampleCommand({ extensionUri }: ExtensionContext) {
  return async (): Promise<void> => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, "walkthrough", "requirements.txt"));
    const content = new TextDecoder().decode(bytes);
    const document = await workspace.openTextDocument({ language: "pip-requirements", content });
    // Beside the walkthrough, so that both can be seen.
    await window.showTextDocument(document, ViewColumn.Beside);
  };
}
