import fc from "fast-check";
import { expect, test } from "vitest";
import { languageOf, languages } from "../../server/src/core/languages.ts";

/** What the locale asks for, as long as there is a translation; each language counts from the day it is there. */
const expected = (language: string) => languages.find((each) => each === language) ?? null;

test.each([
  ["de", "de"],
  ["de-AT", "de"],
  ["DE_ch.UTF-8", "de"],
  ["de_DE@euro", "de"],
  ["fr_CA.UTF-8", "fr"],
  ["es-419", "es"],
  ["ja_JP.eucJP", "ja"],
  ["ko-KR", "ko"],
  ["zh", "zh-cn"],
  ["zh-cn", "zh-cn"],
  ["zh-Hans", "zh-cn"],
  ["zh_SG.UTF-8", "zh-cn"],
  ["zh-tw", "zh-tw"],
  ["zh-Hant", "zh-tw"],
  ["zh_HK.UTF-8", "zh-tw"],
])("%s asks for %s", (locale, language) => {
  expect(languageOf(locale)).toBe(expected(language));
});

test.each([
  "",
  "C",
  "C.UTF-8",
  "POSIX",
  "en",
  "en_GB.UTF-8",
  "pt-br",
  "tlh",
  "no such locale",
  "../../de",
  "d",
  "-",
])("%s is for English", (locale) => {
  expect(languageOf(locale)).toBeNull();
});

test("any text gives a language or none", () => {
  fc.assert(fc.property(fc.string(), (locale) => [null, ...languages].includes(languageOf(locale) as "de")));
});
