/** The sentences in other languages, which ship in a folder beside that of the programs. */

// Loaded at the first file: most editors speak English, and all wait for what is loaded before.
import { promises } from "node:fs";
import { join } from "node:path";
import type { Language } from "../core/languages.ts";
import type { Translations } from "../lsp/language.ts";

/** Null where they cannot be read: then English is understood by more people than nothing. */
export async function readTranslations(language: Language): Promise<Translations | null> {
  try {
    const text = await promises.readFile(
      join(__dirname, "..", "l10n", `bundle.l10n.${language}.json`),
      "utf8",
    );
    return JSON.parse(text) as Translations;
  } catch {
    return null;
  }
}
