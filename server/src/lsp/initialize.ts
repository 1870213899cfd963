/**
 * The first exchange of the protocol: the client says what it is, the server what it can do. It takes little of our
 * code, so that a host can load the rest afterwards: until then the editor waits.
 */

import {
  CodeActionKind,
  type Connection,
  MessageType,
  type ServerCapabilities,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { ActionFeatures } from "./clientFeatures.ts";
import { type Introduction, type ReadTranslations, readIntroduction } from "./introduction.ts";
import { cellLanguages } from "./protocol.ts";

/**
 * Answers `initialize`, and listens to the connection from now on.
 * @param start is called once the client has the answer, before anything else that it sends is looked at; what it throws is shown
 * @param readTranslations left out where every client brings them
 */
export function answerInitialize(
  connection: Connection,
  start: (introduction: Introduction) => void,
  readTranslations?: ReadTranslations,
): void {
  connection.onInitialize(async (params) => {
    const introduction = await readIntroduction(params, readTranslations);
    connection.onInitialized(() => {
      try {
        start(introduction);
      } catch (error) {
        // A server that does nothing must not look like one that finds nothing.
        const message = `Namesake: ${error instanceof Error ? error.message : error}`;
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
        throw error;
      }
    });
    return { capabilities: capabilitiesFor(introduction), serverInfo: { name: "namesake" } };
  });
  connection.listen();
}

/** Notebooks, folders and commands are offered to those who asked for them alone. */
function capabilitiesFor({ features, options }: Introduction): ServerCapabilities {
  const commands = options.trustCommand ? [] : commandsFor(features.actions);
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    hoverProvider: true,
    ...(commands.length > 0 && { executeCommandProvider: { commands } }),
    // Notebooks of every kind, such as those of an interactive window.
    ...(features.notebooks && {
      notebookDocumentSync: {
        notebookSelector: [{ notebook: "*", cells: cellLanguages.map((language) => ({ language })) }],
      },
    }),
    ...(features.workspaceFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
    ...(features.pullsDiagnostics && {
      diagnosticProvider: { id: diagnosticRegistration, ...diagnosticOptions(false) },
    }),
  };
}

/** For a client that knows no code actions but commands. Its one argument is a `WorkspaceEdit`. */
export const applyEditCommand = "namesake.applyEdit";

/** For a client whose edits cannot create files. Its one argument is a `NewPolicyFile`. */
export const createPolicyFileCommand = "namesake.createPolicyFile";

/** The commands that code actions for such a client may name. */
function commandsFor({ literals, appliesEdits, createsFiles }: ActionFeatures): string[] {
  return [
    ...(!literals && appliesEdits ? [applyEditCommand] : []),
    ...(createsFiles ? [] : [createPolicyFileCommand]),
  ];
}

/** What the server can do for diagnostics; the same when it says so at first and when it registers anew. */
export function diagnosticOptions(workspaceDiagnostics: boolean) {
  return {
    identifier: "namesake",
    // What a project's files declare decides whether an import elsewhere is explained.
    interFileDependencies: true,
    workspaceDiagnostics,
    documentSelector: null,
  };
}

/** Under this id the client knows what `initialize` offered, so that a scan can replace it. */
export const diagnosticRegistration = "namesake-diagnostics";
