/** What the commands of the command line have in common. */

import { type ParseArgsConfig, parseArgs } from "node:util";
import * as l10n from "@vscode/l10n";
import type { ExitCode } from "./main.ts";

export interface Streams {
  /** Standard input as a text, to its end. */
  input(): Promise<string>;
  out(text: string): void;
  error(text: string): void;
  /** Whether what goes out is shown on a terminal that wants colours. */
  readonly colour?: boolean;
  /** Shows a line that the next one takes the place of, until an empty one; only where a person watches a terminal. */
  progress?(line: string): void;
}

export interface Command {
  readonly usage: string;
  about(): string;
  run(arguments_: readonly string[], streams: Streams): Promise<ExitCode>;
}

/** The command was called in a way it does not know. The message says what is wrong and what could be written. */
export class UsageError extends Error {}

/** Options and positional arguments. @throws {UsageError} */
export function readArguments<Options extends NonNullable<ParseArgsConfig["options"]>>(
  arguments_: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true; strict: true }>> {
  try {
    return parseArgs({ args: [...arguments_], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(describeMisuse(error));
  }
}

/** Node's sentences are English, and go on to explain a way of writing that nobody needs here. */
function describeMisuse(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const option = / '(?:-\w, )?(-[^ ']+)/.exec(said)?.[1];
  if (option === undefined) return said;
  if (said.startsWith("Unknown option")) return l10n.t("there is no option '{option}'.", { option });
  return said.includes("does not take an argument")
    ? l10n.t("the option '{option}' takes no value.", { option })
    : l10n.t("the option '{option}' needs a value.", { option });
}

/** The value if it is one of the choices. @throws {UsageError} */
export function readChoice<Choice extends string>(
  option: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw new UsageError(
      l10n.t("--{option} is '{value}', but it can be {choices}.", {
        option,
        value,
        choices: choices.join(", "),
      }),
    );
  }
  return found;
}

/** Today, `YYYY-MM-DD`: entries of the policy end with a day of this calendar. */
export function utcDay(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A whole number from 1. @throws {UsageError} */
export function readCount(option: string, value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) {
    throw new UsageError(
      l10n.t("--{option} is '{value}', but it takes a whole number from 1.", { option, value }),
    );
  }
  return Number(value);
}
