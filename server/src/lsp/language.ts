/**
 * The language that the program speaks: one at a time for the whole process, as the reader is one person.
 * English until a host says otherwise, which it does before the first sentence.
 */

import { config, t } from "@vscode/l10n";
import type { Language } from "../core/languages.ts";
import { type Message, renderMessage } from "../core/messages.ts";

/** Sentences by their English ones, as in `l10n/bundle.l10n.*.json`. */
export type Translations = Readonly<Record<string, string>>;

let spoken: Language | "en" = "en";

/** @param language null for English, which is also what is left where there are no translations */
export function speak(language: Language | null, translations: Translations | null): void {
  spoken = (translations && language) ?? "en";
  config({ contents: spoken === "en" ? {} : { ...translations } });
}

export function spokenLanguage(): Language | "en" {
  return spoken;
}

export function say(message: Message): string {
  return renderMessage(message, t);
}

/** A number as it is written in the language: `1,234,567`. */
export function sayNumber(number: number): string {
  return number.toLocaleString(spoken);
}

/** A list in a row: `1 error, 2 warnings`. */
export function sayList(items: readonly string[]): string {
  return new Intl.ListFormat(spoken, { type: "conjunction", style: "narrow" }).format(items);
}

/** The form of a sentence that goes with the number. What counts as one is the language's own: French counts 0 so. */
export function inNumber(count: number, one: string, other: string): string {
  return new Intl.PluralRules(spoken).select(count) === "one" ? one : other;
}
