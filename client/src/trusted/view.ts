/** The Trusted Packages view and its commands. */

import { commands, Disposable, l10n, window, workspace } from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { openPolicy } from "../policy/openPolicy.ts";
import type { PolicyEditor } from "../policy/policyEditor.ts";
import { isWritable, writableScopes } from "../policy/scopes.ts";
import { watchSettings } from "../settings.ts";
import { copy, copyAsJson, editExpiry, editReason, entriesOf, move, remove } from "./commands.ts";
import { type EntryNode, makeTrustedTree, type TrustedNode, type TrustedTree } from "./tree.ts";
import { trustAsking } from "./trustPackage.ts";

export interface TrustedPackagesView extends Disposable {
  readonly tree: TrustedTree;
  /** By command id. VS Code passes the node that was clicked, and none for a key or the view's title. */
  readonly commands: Readonly<Record<string, (node?: unknown) => Promise<unknown>>>;
}

export function showTrustedPackages(server: LanguageServer, policy: PolicyEditor): TrustedPackagesView {
  const tree = makeTrustedTree(server);
  const view = window.createTreeView("namesake.trustedPackages", { treeDataProvider: tree });
  const watching = Disposable.from(watchSettings(update), server.onDidChange(tree.refresh));
  update();

  function update(): void {
    view.message = workspace.isTrusted ? "" : l10n.t("Restricted Mode: only your user settings count here.");
    tree.refresh();
  }

  function nodeOf(argument: unknown): TrustedNode | undefined {
    return (argument as TrustedNode | undefined) ?? view.selection[0];
  }

  /** A command that changes the entry that was clicked or is selected. */
  function onEntry(change: (policy: PolicyEditor, node: EntryNode) => Promise<unknown>) {
    return async (argument?: unknown): Promise<unknown> => {
      const node = nodeOf(argument);
      return node?.kind === "entry" ? change(policy, node) : undefined;
    };
  }

  async function askForFilter(): Promise<void> {
    const answer = await window.showInputBox({
      title: l10n.t("Filter Trusted Packages"),
      prompt: l10n.t("Shows only entries that say this: part of a name, a reason, 'expired', 'unused' …"),
      value: view.description ?? "",
    });
    if (answer !== undefined) filter(answer);
  }

  function filter(text: string): void {
    view.description = text;
    tree.filter(text);
    void commands.executeCommand("setContext", "namesake.trustedPackages.filtered", text.trim() !== "");
  }

  return {
    tree,
    commands: {
      async "namesake.trustedPackages.add"(argument) {
        const clicked = argument as TrustedNode | undefined;
        const scopes = clicked && isWritable(clicked.scope) ? [clicked.scope] : writableScopes();
        return trustAsking(server, policy, scopes);
      },
      "namesake.trustedPackages.editReason": onEntry(editReason),
      "namesake.trustedPackages.editExpiry": onEntry(editExpiry),
      "namesake.trustedPackages.remove": onEntry(remove),
      "namesake.trustedPackages.move": onEntry(move),
      "namesake.trustedPackages.copy": onEntry(copy),
      "namesake.trustedPackages.undo": () => policy.undo(),
      "namesake.trustedPackages.filter": askForFilter,
      async "namesake.trustedPackages.clearFilter"() {
        filter("");
      },
      async "namesake.trustedPackages.copyAsJson"(argument) {
        const node = nodeOf(argument);
        await copyAsJson(entriesOf(node ? [node] : await tree.scopes()));
      },
      async "namesake.trustedPackages.goToSetting"(argument) {
        const node = nodeOf(argument);
        if (node) await openPolicy(node.scope, node.kind === "entry" ? node.entry.key : "");
      },
    },
    dispose: () => Disposable.from(view, watching).dispose(),
  };
}
