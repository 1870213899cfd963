/** `namesake lsp`: the language server for editors other than VS Code. */

import * as l10n from "@vscode/l10n";
import { type Streams, UsageError } from "./command.ts";
import type { ExitCode } from "./main.ts";

/** The program of the extension, beside this one: the other commands need nothing of it, and each would wait for its loading. */
const serverFile = "./server.js";

/** Serves until the editor ends the process, as the protocol has it: the promise stays open. */
export function runServer(arguments_: readonly string[], _streams: Streams): Promise<ExitCode> {
  if (arguments_.some((argument) => argument !== "--stdio" && !argument.startsWith("--clientProcessId"))) {
    throw new UsageError(
      l10n.t("'{arguments}' is not understood; the server speaks over --stdio.", {
        arguments: arguments_.join(" "),
      }),
    );
  }
  // Where it reads how it is to speak.
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  require(serverFile);
  return new Promise(() => {});
}
