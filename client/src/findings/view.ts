/** The Review Findings view and its commands. It appears with the first scan, or when somebody asks for it. */

import { commands, Disposable, l10n, TreeItemCheckboxState, window } from "vscode";
import type { ReviewedPackage } from "../../../server/src/lsp/protocol.ts";
import type { LanguageServer } from "../languageServer.ts";
import { inform } from "../notifications.ts";
import type { PolicyEditor } from "../policy/policyEditor.ts";
import { inNumber } from "../words.ts";
import { carryOut } from "./carryOut.ts";
import { type Decision, type Decisions, makeDecisions } from "./decisions.ts";
import { scanQuietly, scanWorkspace } from "./scanWorkspace.ts";
import { type FindingNode, type FindingsTree, makeFindingsTree } from "./tree.ts";

export interface FindingsView extends Disposable {
  readonly tree: FindingsTree;
  readonly decisions: Decisions;
  readonly commands: Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;
}

export function showFindings(server: LanguageServer, policy: PolicyEditor): FindingsView {
  const decisions = makeDecisions();
  const tree = makeFindingsTree(server, decisions);
  const view = window.createTreeView("namesake.findings", {
    treeDataProvider: tree,
    canSelectMany: true,
    manageCheckboxStateManually: true,
  });
  /** Whether files that are not open are followed. */
  let isScanned = false;
  const watching = Disposable.from(
    server.onDidStart(() => void scanAgain()),
    server.onDidChange(update),
    view.onDidChangeVisibility(() => void describe()),
    view.onDidChangeCheckboxState(({ items }) => {
      for (const [node, state] of items) {
        if (node.kind === "package") decisions.tick(node.package, state === TreeItemCheckboxState.Checked);
      }
      update();
    }),
  );

  function update(): void {
    tree.refresh();
    void describe();
  }

  /** While nobody looks, the server need not be asked at every change. */
  async function describe(): Promise<void> {
    if (!view.visible) return;
    const { scanned, packages } = await tree.review();
    const ticked = packages.filter((each) => decisions.isTicked(each)).length;
    view.message =
      packages.length === 0 || scanned ? "" : l10n.t("Open files only. Scan the workspace to see all files.");
    view.description = ticked === 0 ? "" : countTicked(ticked);
  }

  /** Another server knows nothing of what the last one had found. A scan that did not come to its end is not repeated: it may be what ended the server. */
  async function scanAgain(): Promise<void> {
    if (!isScanned) return;
    isScanned = false;
    isScanned = await scanQuietly(server);
    update();
  }

  async function reveal(): Promise<void> {
    await commands.executeCommand("setContext", "namesake.reviewing", true);
    await commands.executeCommand("namesake.findings.focus");
    update();
  }

  /** The packages that were clicked, all those selected among them, or those selected where a key was pressed. */
  function packagesOf(clicked: unknown, selected: unknown): ReviewedPackage[] {
    const nodes = (selected ?? (clicked ? [clicked] : view.selection)) as readonly FindingNode[];
    return nodes.flatMap((node) => (node.kind === "package" ? [node.package] : []));
  }

  function decide(decision: Decision) {
    return async (clicked?: unknown, selected?: unknown): Promise<void> => {
      for (const each of packagesOf(clicked, selected)) decisions.choose(each, decision);
      update();
    };
  }

  async function apply(): Promise<boolean> {
    const { packages } = await tree.review();
    const ticked = packages.filter((each) => decisions.isTicked(each));
    if (ticked.length === 0) {
      void inform(l10n.t("Nothing is ticked. Tick the packages to trust or replace."));
      return false;
    }
    const done = await carryOut(server, policy, {
      trust: ticked.filter((each) => decisions.of(each) === "trust"),
      fix: ticked.filter((each) => decisions.of(each) === "fix"),
    });
    if (done) decisions.clear();
    update();
    return done;
  }

  return {
    tree,
    decisions,
    commands: {
      async "namesake.scanWorkspace"() {
        const result = await scanWorkspace(server);
        isScanned = result !== null && (isScanned || !result.cancelled);
        if (result) await commands.executeCommand("setContext", "namesake.reviewing", true);
        update();
        return result;
      },
      "namesake.reviewFindings": reveal,
      "namesake.findings.trust": decide("trust"),
      "namesake.findings.fix": decide("fix"),
      "namesake.findings.apply": apply,
    },
    dispose: () => Disposable.from(view, watching).dispose(),
  };
}

function countTicked(count: number): string {
  return inNumber(
    count,
    l10n.t("{count} package ticked", { count }),
    l10n.t("{count} packages ticked", { count }),
  );
}
