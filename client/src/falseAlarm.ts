/** Report a False Alarm: shows a text with the evidence, and opens the page that takes it. Nothing is sent from here. */

import { env, l10n, Uri, window } from "vscode";
import { type FalseAlarm, type FalseAlarmParams, falseAlarmRequest } from "../../server/src/lsp/protocol.ts";
import type { LanguageServer } from "./languageServer.ts";
import { ask, inform } from "./notifications.ts";

/** The command's handler. Its argument is {@link FalseAlarmParams}; without one it is about the name at the cursor. */
export function makeFalseAlarmCommand(server: LanguageServer) {
  return async (argument?: unknown): Promise<void> => {
    const params = (argument as FalseAlarmParams | undefined) ?? atCursor();
    const report = params && (await server.request<FalseAlarm | null>(falseAlarmRequest, params));
    if (!report) {
      void inform(l10n.t("Put the cursor on a name that there is a warning about."));
      return;
    }
    await offer(report);
  };
}

function atCursor(): FalseAlarmParams | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

/** The page is public, so that the person reads first what it will say. */
async function offer({ title, text, url }: FalseAlarm): Promise<void> {
  const open = l10n.t("Open the Issue Page");
  const copy = l10n.t("Copy the Text");
  const intro = l10n.t(
    "This text will be filled in on a public page, in English for those who answer it. You can change it there before you send it.",
  );
  const detail = `${intro}\n\n${text}`;
  const answer = await ask(title, detail, open, copy);
  if (answer === open) await env.openExternal(Uri.parse(url, true));
  if (answer === copy) await env.clipboard.writeText(text);
}
