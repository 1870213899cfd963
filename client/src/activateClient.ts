/** The extension, whatever it runs in: an entry gives it the context and the means to make a language client. */

import { commands, Disposable, type ExtensionContext, l10n, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import {
  falseAlarmCommand,
  type InitializationOptions,
  trustCommand,
} from "../../server/src/lsp/protocol.ts";
import { answerFiles } from "./answerFiles.ts";
import { makeCrashHandler, onlyLogErrors, tellOfCrashes, tellOfFailedStart } from "./crashes.ts";
import { documentSelector, whenDocumentsAppear } from "./documents.ts";
import { offerEffectivePolicy } from "./effectivePolicy.ts";
import { makeFalseAlarmCommand } from "./falseAlarm.ts";
import type { Decisions } from "./findings/decisions.ts";
import type { FindingsTree } from "./findings/tree.ts";
import { showFindings } from "./findings/view.ts";
import { watchInterpreters } from "./interpreters.ts";
import { makeLanguageServer } from "./languageServer.ts";
import { messageOf } from "./messageOf.ts";
import { makeOpenSampleCommand } from "./openSample.ts";
import { makePolicyEditor } from "./policy/policyEditor.ts";
import { makeReviewDiagnostics } from "./reviewers/reviewDiagnostics.ts";
import { readSettings, watchSettings } from "./settings.ts";
import { showStatus } from "./status.ts";
import type { TrustedTree } from "./trusted/tree.ts";
import { makeTrustCommand } from "./trusted/trustPackage.ts";
import { showTrustedPackages } from "./trusted/view.ts";

export interface Client {
  readonly api: ClientApi;
  stop(): Promise<void>;
}

/** What other extensions and tests can use. */
export interface ClientApi {
  /** Resolves once the language server answers; starts it if no document has asked for it yet. */
  start(): Promise<void>;
  readonly trustedPackages: TrustedTree;
  readonly findings: FindingsTree;
  readonly decisions: Decisions;
  /** What the status item says. */
  status(): string;
}

export function activateClient(
  context: ExtensionContext,
  makeLanguageClient: (options: LanguageClientOptions) => Promise<BaseLanguageClient>,
): Client {
  const log = window.createOutputChannel("Namesake", { log: true });
  const interpreters = watchInterpreters(log, () => server.tellSettings());
  const settings = () => readSettings(interpreters.chosen());
  const reviewDiagnostics = makeReviewDiagnostics(() => server.refreshDiagnostics());
  const server = makeLanguageServer(
    async () => {
      log.info(l10n.t("Starting the language server."));
      void commands.executeCommand("setContext", "namesake.started", true);
      const client = await makeLanguageClient({
        documentSelector: documentSelector(),
        outputChannel: log,
        initializationOptions: (): InitializationOptions => ({
          trustCommand: true,
          falseAlarmCommand: true,
          changedNotification: true,
          settings: settings(),
          ...(l10n.bundle && { translations: l10n.bundle }),
        }),
        errorHandler: makeCrashHandler(() => void tellOfCrashes()),
        initializationFailedHandler: () => false,
        middleware: reviewDiagnostics.middleware,
        diagnosticCollectionProvider: reviewDiagnostics.diagnosticCollectionProvider,
      });
      onlyLogErrors(client);
      answerFiles(client);
      return client;
    },
    settings,
    (error) => {
      log.error(messageOf(error));
      void tellOfFailedStart();
    },
  );
  // Before the views, so that what they ask for is answered by the new settings.
  const telling = watchSettings(() => server.tellSettings());
  const policy = makePolicyEditor(server);
  const trusted = showTrustedPackages(server, policy);
  const findings = showFindings(server, policy);
  const status = showStatus(server);
  const effectivePolicy = offerEffectivePolicy(server);
  const handlers: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
    "namesake.restartServer": () => server.restart(),
    "namesake.showLog": () => log.show(),
    "namesake.openSample": makeOpenSampleCommand(context),
    [trustCommand]: makeTrustCommand(server, policy),
    [falseAlarmCommand]: makeFalseAlarmCommand(server),
    ...trusted.commands,
    ...findings.commands,
    ...status.commands,
    ...effectivePolicy.commands,
  };
  context.subscriptions.push(
    Disposable.from(
      log,
      interpreters,
      reviewDiagnostics,
      telling,
      trusted,
      findings,
      status,
      effectivePolicy,
    ),
    // The person is told where it could not be started; there is nobody else to tell.
    whenDocumentsAppear(() => void server.start().catch(() => {})),
    ...Object.entries(handlers).map(([command, handler]) => commands.registerCommand(command, handler)),
  );

  return {
    api: {
      start: () => server.start(),
      trustedPackages: trusted.tree,
      findings: findings.tree,
      decisions: findings.decisions,
      status: status.text,
    },
    stop: () => server.stop(),
  };
}
