/** Commands that the server carries out, for clients whose code actions cannot hold what is to be done. */

import {
  type CodeAction,
  Command,
  type Connection,
  MessageType,
  ShowMessageNotification,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { editPolicy } from "../core/policy/editPolicy.ts";
import { isNameOrPattern } from "../core/policy/nameRules.ts";
import { policyFileName } from "../core/policy/policyFileName.ts";
import { isRecord } from "../core/records.ts";
import { answer } from "./answer.ts";
import type { ActionFeatures } from "./clientFeatures.ts";
import type { Folders } from "./folders.ts";
import { applyEditCommand, createPolicyFileCommand } from "./initialize.ts";
import type { Runtime } from "./runtime.ts";

/** A `namesake.json` with one trusted name. */
export interface NewPolicyFile {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly name: string;
}

/** The actions as commands where the client knows nothing else; what it could not carry out is left out. */
export function fitActions(
  actions: readonly CodeAction[],
  { literals, appliesEdits }: ActionFeatures,
): (CodeAction | Command)[] {
  if (literals) return [...actions];
  return actions.flatMap(({ title, edit, command }) => {
    if (command) return [command];
    return edit && appliesEdits ? [Command.create(title, applyEditCommand, edit)] : [];
  });
}

/** @param written is called when a file has been written */
export function carryOutCommands(
  connection: Connection,
  folders: Folders,
  runtime: Runtime,
  written: () => void,
): void {
  connection.onExecuteCommand(({ command, arguments: [argument] = [] }) =>
    answer(connection, null, async () => {
      // The edit is the client's own, come back as the argument of the command that it chose.
      if (command === applyEditCommand) await connection.workspace.applyEdit(argument as WorkspaceEdit);
      if (command === createPolicyFileCommand) await createPolicyFile(argument);
      return null;
    }),
  );

  async function createPolicyFile(argument: unknown): Promise<void> {
    const { folder, name } = isRecord(argument) ? argument : {};
    if (typeof folder !== "string" || !folders.all.includes(folder)) return;
    if (typeof name !== "string" || !isNameOrPattern(name)) return;
    const edits = editPolicy("", "namesake-json", { kind: "trust", name, details: {} });
    const text = Array.isArray(edits) ? edits.map(({ newText }) => newText).join("") : "";
    try {
      await runtime.createFile?.(`${folder}/${policyFileName}`, text);
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      await connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Error,
        message: sentence,
      });
      return;
    }
    written();
  }
}
