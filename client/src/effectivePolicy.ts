/** Show Effective Policy: what counts in a folder, and where each line of it comes from, as a document to read. */

import { Disposable, EventEmitter, l10n, Uri, type Uri as UriType, window, workspace } from "vscode";
import {
  type EffectivePolicyParams,
  type EffectivePolicyResult,
  effectivePolicyRequest,
} from "../../server/src/lsp/protocol.ts";
import type { LanguageServer } from "./languageServer.ts";

export interface EffectivePolicy extends Disposable {
  readonly commands: Readonly<Record<string, () => Promise<unknown>>>;
}

const scheme = "namesake-policy";

export function offerEffectivePolicy(server: LanguageServer): EffectivePolicy {
  const changes = new EventEmitter<UriType>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changes.event,
    async provideTextDocumentContent({ query }) {
      const folder = query === "" ? null : query;
      const params: EffectivePolicyParams = { folder };
      return (await server.request<EffectivePolicyResult>(effectivePolicyRequest, params)).markdown;
    },
  });
  // A document that is open follows the policy.
  const watching = server.onDidChange(() => {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) changes.fire(uri);
  });

  async function show(): Promise<void> {
    const folder = await chooseFolder();
    if (folder === undefined) return;
    const uri = Uri.from({
      scheme,
      path: `/${l10n.t("Effective Policy")}.md`,
      query: folder?.toString() ?? "",
    });
    await window.showTextDocument(await workspace.openTextDocument(uri));
  }

  return {
    commands: { "namesake.showEffectivePolicy": show },
    dispose: () => Disposable.from(provider, watching, changes).dispose(),
  };
}

/** Null where there is no folder; undefined where the person dismissed the question. */
async function chooseFolder(): Promise<UriType | null | undefined> {
  const { workspaceFolders = [] } = workspace;
  if (workspaceFolders.length <= 1) return workspaceFolders[0]?.uri ?? null;
  return (await window.showWorkspaceFolderPick())?.uri;
}
