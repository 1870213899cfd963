/** The documents that are Namesake's business, and the moment when the first of them appears. */

import { CancellationTokenSource, type Disposable, languages, type TextDocument, workspace } from "vscode";
import { cellLanguages, documentFilters, reviewSchemes } from "../../server/src/lsp/protocol.ts";
import { isRead, isReviewDocument } from "./reviewers/sides.ts";

interface SchemeFilter {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}

/** Under which VS Code keeps the cells of all notebooks. Their paths are the notebooks'. */
export const cellScheme = "vscode-notebook-cell";

/** What can be edited, and states of files that are shown to readers; which of those count, `reviewers/sides.ts` decides. */
export function documentSelector(): SchemeFilter[] {
  const schemes = new Set([
    "file",
    "untitled",
    ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
    ...reviewSchemes,
  ]);
  return [
    ...[...schemes].flatMap((scheme) => documentFilters.map((filter) => ({ scheme, ...filter }))),
    ...cellLanguages.map((language) => ({ scheme: cellScheme, language })),
  ];
}

/** Calls back once, when a document is opened or the workspace turns out to hold a file that can be checked. */
export function whenDocumentsAppear(callback: () => void): Disposable {
  const selector = documentSelector();
  const search = new CancellationTokenSource();
  const opening = workspace.onDidOpenTextDocument((document) => {
    if (isOurs(document)) appear();
  });
  // Starting the server takes its time; the editor need not wait for it until we are activated.
  const looking = setTimeout(look);

  return {
    dispose() {
      clearTimeout(looking);
      opening.dispose();
      search.cancel();
    },
  };

  /** Other extensions open states of files for their own purposes. */
  function isOurs(document: TextDocument): boolean {
    const { uri } = document;
    return languages.match(selector, document) > 0 && (!isReviewDocument(uri) || isRead(uri));
  }

  function look(): void {
    if (workspace.textDocuments.some(isOurs)) appear();
    else void searchWorkspace();
  }

  function appear(): void {
    clearTimeout(looking);
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
