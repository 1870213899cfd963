/** `namesake lsp`: the language server for editors other than VS Code. */

import * as l10n from "@vscode/l10n";
import { type Streams, UsageError } from "./command.ts";
import type { ExitCode } from "./main.ts";

/** Serves until the editor ends the process, as the protocol has it: the promise stays open. */
export async function runServer(arguments_: readonly string[], _streams: Streams): Promise<ExitCode> {
  if (arguments_.some((argument) => argument !== "--stdio" && !argument.startsWith("--clientProcessId"))) {
    throw new UsageError(
      l10n.t("'{arguments}' is not understood; the server speaks over --stdio.", {
        arguments: arguments_.join(" "),
      }),
    );
  }
  // Loaded here alone: the other commands need no protocol.
  const { createConnection, ProposedFeatures } = await import("vscode-languageserver/node");
  const { serve } = await import("../node/serve.ts");
  serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout));
  return new Promise(() => {});
}
