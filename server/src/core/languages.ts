/** The languages that Namesake speaks beside English, and which of them a locale asks for. */

/** As the files in `l10n/` are called, which is as VS Code calls the languages. */
export const languages = ["de", "es", "fr", "ja", "ko", "zh-cn", "zh-tw"] as const;

export type Language = (typeof languages)[number];

/**
 * Null stands for English, which everybody gets whose language there is no translation for.
 * @param locale as BCP 47 has it (`zh-Hant`, `de-AT`) or POSIX (`zh_TW.UTF-8`, `de_DE@euro`, `C`)
 */
export function languageOf(locale: string): Language | null {
  const [tag = ""] = locale.split(/[.@]/);
  const { language, script } = parse(tag.replaceAll("_", "-"));
  // Chinese is written in two ways: which one, the region tells where nothing else does.
  const name = language === "zh" ? (script === "Hant" ? "zh-tw" : "zh-cn") : language;
  return languages.find((each) => each === name) ?? null;
}

function parse(tag: string): Partial<Pick<Intl.Locale, "language" | "script">> {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return {};
  }
}
