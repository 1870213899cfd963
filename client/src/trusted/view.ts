/** The Trusted Packages view and its commands. */

import { Disposable, l10n, window, workspace } from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { changePolicy } from "../policy/changePolicy.ts";
import { openPolicy } from "../policy/openPolicy.ts";
import { policyScopes } from "../policy/scopes.ts";
import { watchSettings } from "../settings.ts";
import { type EntryNode, makeTrustedTree, type TrustedNode, type TrustedTree } from "./tree.ts";
import { trustAsking } from "./trustPackage.ts";

export interface TrustedPackages extends Disposable {
  readonly tree: TrustedTree;
  /** By command id. VS Code passes the node that was clicked, and none for a key or the view's title. */
  readonly commands: Readonly<Record<string, (node?: unknown) => Promise<unknown>>>;
}

export function showTrustedPackages(server: LanguageServer): TrustedPackages {
  const tree = makeTrustedTree();
  const view = window.createTreeView("namesake.trustedPackages", { treeDataProvider: tree });
  const watching = watchSettings(update);
  update();

  function update(): void {
    view.message = workspace.isTrusted ? "" : l10n.t("Restricted Mode: only your user settings count here.");
    tree.refresh();
  }

  function nodeOf(argument: unknown): TrustedNode | undefined {
    return (argument as TrustedNode | undefined) ?? view.selection[0];
  }

  function entryOf(argument: unknown): EntryNode | undefined {
    const node = nodeOf(argument);
    return node?.kind === "entry" ? node : undefined;
  }

  return {
    tree,
    commands: {
      async "namesake.trustedPackages.add"(argument) {
        const clicked = argument as TrustedNode | undefined;
        return trustAsking(server, clicked ? [clicked.scope] : policyScopes());
      },
      async "namesake.trustedPackages.remove"(argument) {
        const node = entryOf(argument);
        return node && changePolicy(server, node.scope, { kind: "untrust", name: node.entry.key });
      },
      async "namesake.trustedPackages.goToSetting"(argument) {
        const node = nodeOf(argument);
        if (node) await openPolicy(node.scope, node.kind === "entry" ? node.entry.key : "");
      },
    },
    dispose: () => Disposable.from(view, watching).dispose(),
  };
}
