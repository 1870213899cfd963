/** The documents that are Namesake's business, and the moment when the first of them appears. */

import { CancellationTokenSource, type Disposable, languages, workspace } from "vscode";
import { documentFilters } from "../../server/src/lsp/protocol.ts";

interface SchemeFilter {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}

/** By scheme too: the other side of a comparison or a file of the past would list each finding a second time. */
export function documentSelector(): SchemeFilter[] {
  const schemes = new Set([
    "file",
    "untitled",
    ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
  ]);
  return [...schemes].flatMap((scheme) => documentFilters.map((filter) => ({ scheme, ...filter })));
}

/** Calls back once, when a document is opened or the workspace turns out to hold a file that can be checked. */
export function whenDocumentsAppear(callback: () => void): Disposable {
  const selector = documentSelector();
  const search = new CancellationTokenSource();
  const opening = workspace.onDidOpenTextDocument((document) => {
    if (languages.match(selector, document) > 0) appear();
  });
  if (workspace.textDocuments.some((document) => languages.match(selector, document) > 0)) appear();
  else void searchWorkspace();

  return {
    dispose() {
      opening.dispose();
      search.cancel();
    },
  };

  function appear(): void {
    opening.dispose();
    search.cancel();
    callback();
  }

  async function searchWorkspace(): Promise<void> {
    const patterns = documentFilters.flatMap(({ pattern }) => pattern ?? []);
    const found = await workspace.findFiles(`{${patterns.join(",")}}`, undefined, 1, search.token);
    if (found.length > 0 && !search.token.isCancellationRequested) appear();
  }
}
