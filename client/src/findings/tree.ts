/** The tree of the Review Findings view: flagged names, and below each its evidence and its places. */

import {
  type Command,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
} from "vscode";
import {
  printable,
  type Review,
  type ReviewedPackage,
  type ReviewedPlace,
  reviewRequest,
} from "../../../server/src/lsp/protocol.ts";
import { nameOf } from "../documentNames.ts";
import type { LanguageServer } from "../languageServer.ts";
import { toRange } from "../ranges.ts";
import { countPlaces } from "../words.ts";
import type { Decisions } from "./decisions.ts";

export type FindingNode =
  | { readonly kind: "package"; readonly package: ReviewedPackage }
  | { readonly kind: "evidence"; readonly message: string }
  | { readonly kind: "place"; readonly place: ReviewedPlace };

export interface FindingsTree extends TreeDataProvider<FindingNode> {
  refresh(): void;
  review(): Promise<Review>;
}

export function makeFindingsTree(server: LanguageServer, decisions: Decisions): FindingsTree {
  const changes = new EventEmitter<undefined>();
  let fetched: Promise<Review> | undefined;

  function review(): Promise<Review> {
    fetched ??= server
      .request<Review>(reviewRequest)
      // The language client has told the person already.
      .catch(() => ({ scanned: false, packages: [] }));
    return fetched;
  }

  return {
    onDidChangeTreeData: changes.event,
    async getChildren(node) {
      if (node) return node.kind === "package" ? childrenOf(node.package) : [];
      return (await review()).packages.map((each) => ({ kind: "package", package: each }));
    },
    getTreeItem(node) {
      switch (node.kind) {
        case "package":
          return packageItem(node.package, decisions);
        case "evidence":
          return evidenceItem(node.message);
        case "place":
          return placeItem(node.place);
      }
    },
    refresh() {
      fetched = undefined;
      changes.fire(undefined);
    },
    review,
  };
}

function childrenOf({ places }: ReviewedPackage): FindingNode[] {
  const messages = [...new Set(places.map(({ message }) => message))];
  return [
    ...messages.map((message): FindingNode => ({ kind: "evidence", message })),
    ...places.map((place): FindingNode => ({ kind: "place", place })),
  ];
}

function packageItem(each: ReviewedPackage, decisions: Decisions): TreeItem {
  const { places } = each;
  const name = printable(each.name);
  const decision = decisions.of(each);
  const ticked = decisions.isTicked(each);
  const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
  item.id = each.name;
  const canFix = places.some(({ fix }) => fix !== null);
  item.contextValue = canFix ? "fixablePackage" : "package";
  item.iconPath = iconOf(each);
  const plan =
    decision === "fix"
      ? describeFix(places)
      : decision === "trust"
        ? l10n.t("Trust")
        : l10n.t("Decide yourself");
  item.description = `${countPlaces(places.length)} · ${plan}`;
  item.tooltip = places[0]?.message ?? name;
  item.accessibilityInformation = {
    label: [name, countPlaces(places.length), places[0]?.message, plan].join(", "),
  };
  if (decision) {
    item.checkboxState = {
      state: ticked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
      tooltip: plan,
      accessibilityInformation: { label: plan, role: "checkbox" },
    };
  }
  return item;
}

/** What the fixes of the places have in common, or the first and that there are others. */
function describeFix(places: readonly ReviewedPlace[]): string {
  const titles = [...new Set(places.flatMap(({ fix }) => fix?.title ?? []))];
  const [first = ""] = titles;
  return titles.length > 1 ? l10n.t("{fix}, and others", { fix: first }) : first;
}

function iconOf({ places }: ReviewedPackage): ThemeIcon {
  const severities = new Set(places.map(({ severity }) => severity));
  if (severities.has("error")) return new ThemeIcon("error", new ThemeColor("list.errorForeground"));
  if (severities.has("warning")) return new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
  return new ThemeIcon("info");
}

function evidenceItem(message: string): TreeItem {
  const item = new TreeItem(message);
  item.iconPath = new ThemeIcon("law");
  item.tooltip = message;
  item.contextValue = "evidence";
  item.accessibilityInformation = { label: l10n.t("Evidence: {message}", { message }) };
  return item;
}

function placeItem({ uri, range, name, fix }: ReviewedPlace): TreeItem {
  const resource = Uri.parse(uri);
  const path = printable(nameOf(resource));
  const line = range.start.line + 1;
  const item = new TreeItem(`${path}:${line}`);
  item.id = `${uri} ${line}:${range.start.character} ${name}`;
  item.iconPath = new ThemeIcon("go-to-file");
  item.description = fix?.title ?? printable(name);
  item.contextValue = "place";
  item.accessibilityInformation = {
    label: l10n.t("{name} in {path}, line {line}", { name: printable(name), path, line }),
  };
  item.command = openPlace(resource, range);
  return item;
}

function openPlace(resource: Uri, range: ReviewedPlace["range"]): Command {
  return {
    command: "vscode.open",
    title: l10n.t("Go to Place"),
    arguments: [resource, { selection: toRange(range) }],
  };
}
