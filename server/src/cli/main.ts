/** The command line: which command was asked for, and the exit code. */

import * as l10n from "@vscode/l10n";
import { printableLines } from "../core/printable.ts";
import { runCheck } from "./check.ts";
import { type Command, type Streams, UsageError } from "./command.ts";
import { runExplain } from "./explain.ts";
import { formatNames } from "./formats/index.ts";
import { runList } from "./list.ts";
import { speakLocale } from "./locale.ts";
import { runServer } from "./lsp.ts";
import { runPolicy } from "./policy.ts";
import { runTrust, runUntrust } from "./trust.ts";

const commands: Readonly<Record<string, Command>> = {
  check: {
    run: runCheck,
    usage: `check [PATH…] [--since REVISION] [--staged] [--unchanged] [--format ${formatNames.join("|")}[=FILE]]… [--sensitivity quiet|balanced|strict]`,
    about: () =>
      l10n.t(
        "Checks folders and files, or only the names that a change adds. Exits 1 where a finding is a warning or an error.",
      ),
  },
  explain: {
    run: runExplain,
    usage:
      "explain [NAME…] [--kind distribution|module] [--jsonl] [--sensitivity quiet|balanced|strict] [--top N] [--without malicious,known-names]",
    about: () => l10n.t("Judges names, from standard input where none is given, and says why."),
  },
  list: {
    run: runList,
    usage: "list [PATH…] [--format text|json]",
    about: () => l10n.t("Lists every place where a package is named."),
  },
  policy: {
    run: runPolicy,
    usage: "policy [PATH] [--format markdown|json]",
    about: () => l10n.t("Shows the settings in force, and where each was written."),
  },
  trust: {
    run: runTrust,
    usage: "trust NAME [--reason TEXT] [--by WHO] [--expires YYYY-MM-DD] [--scope workspace|file]",
    about: () => l10n.t("Trusts a name or pattern, in .vscode/settings.json or namesake.json."),
  },
  untrust: {
    run: runUntrust,
    usage: "untrust NAME [--scope workspace|file]",
    about: () => l10n.t("Takes the trust back."),
  },
  lsp: {
    run: runServer,
    usage: "lsp --stdio",
    about: () => l10n.t("Serves an editor over standard input and output."),
  },
};

/** That of the package, put in place when the program is bundled. */
declare const NAMESAKE_VERSION: string;

/** 0: nothing wrong; 1: findings at warning or above; 2: the command or its input could not be understood or read. */
export type ExitCode = 0 | 1 | 2;

export async function main(arguments_: readonly string[], terminal: Streams): Promise<ExitCode> {
  // What goes wrong is told in the words of others too: of git, of the system, of whoever named a file.
  const streams: Streams = { ...terminal, error: (text) => terminal.error(printableLines(text)) };
  const [name, ...rest] = await speakLocale(arguments_, process.env);
  if (name === "--help" || name === "-h" || name === "help") {
    streams.out(usage());
    return 0;
  }
  if (name === "--version") {
    streams.out(`${NAMESAKE_VERSION}\n`);
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    streams.error(
      name === undefined
        ? usage()
        : `namesake: ${l10n.t("there is no command '{name}'.", { name })}\n${usage()}`,
    );
    return 2;
  }
  try {
    return await command.run(rest, streams);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.error(
      `namesake: ${error.message}\n${l10n.t("usage: {command}", { command: `namesake ${command.usage}` })}\n`,
    );
    return 2;
  }
}

function usage(): string {
  const lines = [
    ...Object.values(commands).map(({ usage, about }) => `  namesake ${usage}\n      ${about()}`),
    `  --locale LOCALE\n      ${l10n.t("Speaks this language, rather than that of LC_ALL, LC_MESSAGES or LANG.")}`,
  ];
  return `${l10n.t("Warns when a Python package name is not the one you meant.")}\n\n${lines.join("\n")}\n`;
}
