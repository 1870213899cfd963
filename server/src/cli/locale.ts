/** The language of the command line: that of `--locale`, or else that of the environment. */

import { languageOf } from "../core/languages.ts";
import { speak } from "../lsp/language.ts";
import { readTranslations } from "../node/translations.ts";

/**
 * Takes `--locale` from the arguments, wherever it stands, and speaks its language from then on.
 * @returns the other arguments
 */
export async function speakLocale(
  arguments_: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<string[]> {
  const { locale, others } = takeLocale(arguments_);
  const language = languageOf(locale ?? localeOf(environment));
  speak(language, language && (await readTranslations(language)));
  return others;
}

function takeLocale(arguments_: readonly string[]): {
  readonly locale: string | undefined;
  others: string[];
} {
  const others = [...arguments_];
  const index = others.findIndex((argument) => /^--locale(?:=|$)/.test(argument));
  if (index < 0) return { locale: undefined, others };
  const [written = ""] = others.splice(index, 1);
  return {
    locale: written.includes("=") ? written.slice("--locale=".length) : others.splice(index, 1)[0],
    others,
  };
}

/** POSIX, "Environment Variables", 8.2: the first of these that is not empty. */
function localeOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string {
  return LC_ALL || LC_MESSAGES || LANG || "";
}
