/** The tree of the Trusted Packages view: scopes that trust somebody, and below each its entries. */

import { EventEmitter, type TreeDataProvider, TreeItem, TreeItemCollapsibleState } from "vscode";
import {
  printable,
  type TrustedEntry,
  type TrustedPackages,
  trustedPackagesRequest,
} from "../../../server/src/lsp/protocol.ts";
import type { LanguageServer } from "../languageServer.ts";
import { isWritable, type PolicyScope, scopeOf } from "../policy/scopes.ts";
import { detailsOf, iconOf } from "./marks.ts";

export type TrustedNode = ScopeNode | EntryNode;

export interface ScopeNode {
  readonly kind: "scope";
  readonly scope: PolicyScope;
  readonly entries: readonly TrustedEntry[];
}

export interface EntryNode {
  readonly kind: "entry";
  readonly scope: PolicyScope;
  readonly entry: TrustedEntry;
}

export interface TrustedTree extends TreeDataProvider<TrustedNode> {
  /** What is shown may be no longer true. */
  refresh(): void;
  /** Shows only entries that say this somewhere; an empty text shows all. */
  filter(text: string): void;
  /** All scopes with their entries, whatever the filter. */
  scopes(): Promise<readonly ScopeNode[]>;
}

export function makeTrustedTree(server: LanguageServer): TrustedTree {
  const changes = new EventEmitter<undefined>();
  let wanted = "";
  let fetched: Promise<readonly ScopeNode[]> | undefined;

  function scopes(): Promise<readonly ScopeNode[]> {
    fetched ??= server
      .request<TrustedPackages>(trustedPackagesRequest)
      .then(({ entries }) => groupByScope(entries))
      // The language client has told the person already.
      .catch(() => []);
    return fetched;
  }

  function refresh(): void {
    fetched = undefined;
    changes.fire(undefined);
  }

  function isWanted(entry: TrustedEntry): boolean {
    const said = [entry.key, ...detailsOf(entry)].join(" ").toLowerCase();
    return wanted.split(/\s+/).every((word) => said.includes(word));
  }

  return {
    onDidChangeTreeData: changes.event,
    async getChildren(node) {
      if (node?.kind === "entry") return [];
      if (node) return node.entries.map((entry) => ({ kind: "entry", scope: node.scope, entry }));
      const all = await scopes();
      return all
        .map((each) => ({ ...each, entries: each.entries.filter(isWanted) }))
        .filter(({ entries }) => entries.length > 0);
    },
    getTreeItem: (node) => (node.kind === "scope" ? scopeItem(node.scope) : entryItem(node)),
    refresh,
    filter(text) {
      wanted = text.trim().toLowerCase();
      changes.fire(undefined);
    },
    scopes,
  };
}

/** Scopes without entries are left out, so that a view without any can say what it is for. */
function groupByScope(entries: readonly TrustedEntry[]): ScopeNode[] {
  const nodes = new Map<string, { readonly scope: PolicyScope; readonly entries: TrustedEntry[] }>();
  for (const entry of entries) {
    const scope = scopeOf(entry);
    // The folder may have left the workspace since the server was asked.
    if (!scope) continue;
    const node = nodes.get(idOf(scope));
    if (node) node.entries.push(entry);
    else nodes.set(idOf(scope), { scope, entries: [entry] });
  }
  return [...nodes.values()].map(({ scope, entries }) => ({
    kind: "scope",
    scope,
    entries: entries.toSorted((a, b) => a.key.localeCompare(b.key)),
  }));
}

function scopeItem(scope: PolicyScope): TreeItem {
  const [title, fileName] = [printable(scope.title), printable(scope.fileName ?? "")];
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  item.id = idOf(scope);
  item.contextValue = isWritable(scope) ? "scope" : "readOnlyScope";
  if (fileName) item.description = item.tooltip = fileName;
  item.accessibilityInformation = { label: [title, fileName].filter(Boolean).join(", ") };
  return item;
}

function entryItem({ scope, entry }: EntryNode): TreeItem {
  const [key, ...details] = [entry.key, ...detailsOf(entry)].map(printable);
  const item = new TreeItem(key ?? "");
  item.id = `${idOf(scope)} ${entry.key}`;
  item.contextValue = isWritable(scope) ? "entry" : "readOnlyEntry";
  item.iconPath = iconOf(entry);
  item.description = details.join(" · ");
  item.tooltip = [key, ...details].join("\n");
  item.accessibilityInformation = { label: [key, ...details, printable(scope.title)].join(", ") };
  return item;
}

function idOf({ scope, folder, fileName }: PolicyScope): string {
  return `${scope} ${folder?.uri.toString() ?? ""} ${fileName ?? ""}`;
}
