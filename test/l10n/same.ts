/** Translations that equal the English, since the language has the same word or the sentence has none. By language. */

import type { Language } from "../../server/src/core/languages.ts";

/** The same in every language: names and figures with nothing between them that is a word. */
export const sameEverywhere: readonly string[] = ["{checked}, {findings}: {severities}."];

export const sameIn: Readonly<Partial<Record<Language, readonly string[]>>> = {
  es: ["{count} error"],
};
