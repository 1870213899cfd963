/** The status item of our documents: whether names are checked, what was found, how old the data is. Choosing it explains. */

import {
  commands,
  Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  type QuickPickItem,
  window,
} from "vscode";
import { type Status, type StatusParams, statusRequest } from "../../server/src/lsp/protocol.ts";
import { documentSelector } from "./documents.ts";
import type { LanguageServer } from "./languageServer.ts";
import { countFindings, inNumber } from "./words.ts";

export interface StatusItem extends Disposable {
  readonly commands: Readonly<Record<string, () => Promise<unknown>>>;
  /** What the item says now. */
  text(): string;
}

export function showStatus(server: LanguageServer): StatusItem {
  const item = languages.createLanguageStatusItem("namesake.status", documentSelector());
  item.name = "Namesake";
  item.command = { command: "namesake.showStatus", title: l10n.t("Explain") };
  item.text = "Namesake";
  // Before the server runs there is nothing to tell, and asking would start it.
  let isRunning = false;
  const watching = Disposable.from(
    server.onDidChange(() => {
      isRunning = true;
      void show();
    }),
    window.onDidChangeActiveTextEditor(() => {
      if (isRunning) void show();
    }),
  );

  async function show(): Promise<void> {
    const uri = window.activeTextEditor?.document.uri.toString() ?? null;
    const status = await askFor(uri);
    // Another editor was chosen meanwhile, and asks for itself.
    if ((window.activeTextEditor?.document.uri.toString() ?? null) !== uri) return;
    item.text = describeState(status);
    item.detail = status?.dates ? describeAge(status) : "";
    item.severity = severityOf(status);
    item.accessibilityInformation = { label: `Namesake: ${item.text}, ${item.detail}` };
  }

  async function askFor(uri: string | null): Promise<Status | null> {
    try {
      return await server.request<Status>(statusRequest, { uri } satisfies StatusParams);
    } catch {
      // The person has been told that there is no server.
      return null;
    }
  }

  async function explain(): Promise<void> {
    const status = await askFor(window.activeTextEditor?.document.uri.toString() ?? null);
    const items = [...(status ? explanations(status) : []), ...actions()];
    const chosen = await window.showQuickPick(items, {
      title: "Namesake",
      placeHolder: describeState(status),
      matchOnDetail: true,
    });
    if (chosen?.command) await commands.executeCommand(chosen.command, ...(chosen.arguments ?? []));
  }

  return {
    commands: { "namesake.showStatus": explain },
    text: () => item.text,
    dispose: () => Disposable.from(item, watching).dispose(),
  };
}

interface Choice extends QuickPickItem {
  readonly command?: string;
  readonly arguments?: readonly unknown[];
}

/** @param status null where there is no server to ask */
function describeState(status: Status | null): string {
  if (!status || status.problem) return l10n.t("Cannot check names");
  const { findings } = status;
  if (findings === null) return l10n.t("Off for this file");
  return findings === 0 ? l10n.t("No findings") : countFindings(findings);
}

function describeAge({ dates, ageInDays, oldData }: Status): string {
  if (oldData) return oldData;
  const words = { date: dates?.popular ?? "", count: ageInDays };
  return inNumber(
    ageInDays,
    l10n.t("Data of {date}, {count} day old", words),
    l10n.t("Data of {date}, {count} days old", words),
  );
}

function severityOf(status: Status | null): LanguageStatusSeverity {
  return !status || status.problem ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
}

function explanations(status: Status): Choice[] {
  const { problem, dates, scannedFiles } = status;
  if (problem || !dates) return [{ label: `$(error) ${problem ?? ""}`, command: "namesake.showLog" }];
  return [
    {
      label: `$(book) ${describeAge(status)}`,
      detail: l10n.t("Popular names of {popular}, known names of {known}, malicious names of {malicious}.", {
        ...dates,
      }),
      command: "namesake.showEffectivePolicy",
    },
    {
      label: `$(search) ${describeReach(scannedFiles)}`,
      command: "namesake.reviewFindings",
    },
  ];
}

function describeReach(count: number | null): string {
  if (count === null) return l10n.t("Open files are checked");
  return inNumber(
    count,
    l10n.t("Open files and {count} file of the workspace are checked", { count }),
    l10n.t("Open files and {count} files of the workspace are checked", { count }),
  );
}

function actions(): Choice[] {
  return [
    { label: l10n.t("Scan Workspace"), command: "namesake.scanWorkspace" },
    { label: l10n.t("Review Findings"), command: "namesake.reviewFindings" },
    { label: l10n.t("Show Effective Policy"), command: "namesake.showEffectivePolicy" },
    { label: l10n.t("Open Settings"), command: "workbench.action.openSettings", arguments: ["namesake"] },
    { label: l10n.t("Show Log"), command: "namesake.showLog" },
  ];
}
