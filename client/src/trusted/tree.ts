/** The tree of the Trusted Packages view: scopes that trust somebody, and below each its entries. */

import {
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import { type PolicyScope, policyScopes, valuesAt } from "../policy/scopes.ts";
import { readEntries, type TrustedEntry } from "./entries.ts";

export type TrustedNode = ScopeNode | EntryNode;

interface ScopeNode {
  readonly kind: "scope";
  readonly scope: PolicyScope;
}

export interface EntryNode {
  readonly kind: "entry";
  readonly scope: PolicyScope;
  readonly entry: TrustedEntry;
}

export interface TrustedTree extends TreeDataProvider<TrustedNode> {
  refresh(): void;
}

export function makeTrustedTree(): TrustedTree {
  const changes = new EventEmitter<undefined>();
  return {
    onDidChangeTreeData: changes.event,
    getChildren: (node) => (node ? childrenOf(node) : roots()),
    getTreeItem: (node) => (node.kind === "scope" ? scopeItem(node.scope) : entryItem(node)),
    refresh: () => changes.fire(undefined),
  };
}

/** Scopes without entries are left out, so that a view without any can say what it is for. */
function roots(): ScopeNode[] {
  return policyScopes()
    .map((scope): ScopeNode => ({ kind: "scope", scope }))
    .filter((node) => childrenOf(node).length > 0);
}

function childrenOf(node: TrustedNode): EntryNode[] {
  if (node.kind === "entry") return [];
  const { scope } = node;
  const today = new Date().toISOString().slice(0, 10);
  return readEntries(valuesAt(scope).trustedPackages, today).map((entry) => ({
    kind: "entry",
    scope,
    entry,
  }));
}

function scopeItem(scope: PolicyScope): TreeItem {
  const item = new TreeItem(scope.title, TreeItemCollapsibleState.Expanded);
  item.id = idOf(scope);
  item.contextValue = "scope";
  if (scope.fileName) item.description = item.tooltip = scope.fileName;
  return item;
}

function entryItem({ scope, entry }: EntryNode): TreeItem {
  const item = new TreeItem(entry.key);
  item.id = `${idOf(scope)} ${entry.key}`;
  item.contextValue = "entry";
  item.iconPath = iconOf(entry);
  const details = detailsOf(entry);
  item.description = details.join(" · ");
  item.tooltip = [entry.key, ...details].join("\n");
  item.accessibilityInformation = { label: [entry.key, ...details, scope.title].join(", ") };
  return item;
}

function idOf({ scope, folder }: PolicyScope): string {
  return `${scope} ${folder?.uri.toString() ?? ""}`;
}

/** The state first where there is something to do, then what people wrote. */
function detailsOf({ state, reason, by, expires }: TrustedEntry): string[] {
  const day = expires ?? "";
  const details: string[] = [];
  if (state === "wrong-name") details.push(l10n.t("ignored: not a name or pattern"));
  if (state === "wrong-day") details.push(l10n.t("ignored: {day} is not a day such as 2027-06-30", { day }));
  if (state === "expired") details.push(l10n.t("expired on {day}", { day }));
  if (reason) details.push(reason);
  if (by) details.push(l10n.t("by {name}", { name: by }));
  if (state === "counts" && expires) details.push(l10n.t("until {day}", { day }));
  return details;
}

function iconOf({ state }: TrustedEntry): ThemeIcon {
  return state === "counts"
    ? new ThemeIcon("verified")
    : new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
}
