/** Every sentence in every language with names as strangers write them: each stands where it belongs, once, as it is. */

import { readFileSync } from "node:fs";
import * as l10n from "@vscode/l10n";
import { afterEach, describe, expect, test } from "vitest";
import { type Language, languages } from "../../server/src/core/languages.ts";
import { type MessageId, message, sentences } from "../../server/src/core/messages.ts";
import { inNumber, say, sayList, sayNumber, speak } from "../../server/src/lsp/language.ts";
import { placeholdersOf, sentencesInSources } from "./sentences.ts";

const oddNames = {
  long: "a-very-long-name-".repeat(40),
  "written from right to left": "שלום-\u202eevil\u202c",
  "full-width": "ｒｅｑｕｅｓｔｓ包",
  Markdown: "*[x](y)* `z` | <img src=x> ~~_q_~~ $(bug)",
  "placeholders and patterns": "{name} {target} {0} {{key}} $& $1 $$ \\n %s",
  quotes: "'\"„“«»「」",
  "of an object's properties": "constructor",
};

const read = (language: Language) => JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, "utf8"));
const speakOne = (language: Language | "en") =>
  language === "en" ? speak(null, null) : speak(language, read(language));

afterEach(() => speak(null, null));

describe.each(["en", ...languages] as const)("%s", (language) => {
  test.each(Object.entries(oddNames))("fills every sentence with a name that is %s", (_, name) => {
    speakOne(language);
    const wrong = sentencesInSources().filter((sentence) => {
      const placeholders = placeholdersOf(sentence);
      const values = placeholders.map((placeholder): [string, string] => [
        placeholder,
        `⟦${placeholder}${name}⟧`,
      ]);
      return !holdsEachOnce(
        l10n.t(sentence, Object.fromEntries(values)),
        new Map(values),
        placeholders.length,
      );
    });
    expect(wrong).toEqual([]);
  });

  test("says the messages of the core, with those among their arguments", () => {
    speakOne(language);
    for (const id of Object.keys(sentences) as MessageId[]) {
      const placeholders = placeholdersOf(sentences[id]);
      const args = placeholders.map((placeholder) => [placeholder, message("origin.user")]);
      const said = say(message(id, Object.fromEntries(args)));
      expect(said.split(say(message("origin.user"))).length - 1).toBeGreaterThanOrEqual(placeholders.length);
      expect(said).not.toMatch(/\{\w+\}|\[object/);
    }
  });
});

/** Whether the values stand in the text, so many altogether, and nothing like a placeholder beside them. */
function holdsEachOnce(said: string, values: ReadonlyMap<string, string>, count: number): boolean {
  const pieces = [...new Set(values.values())].reduce(
    (parts, value) => parts.flatMap((part) => part.split(value)),
    [said],
  );
  return pieces.length === count + 1 && !pieces.some((piece) => /\{\w+\}|⟦|⟧/.test(piece));
}

test("numbers, lists and plurals are the language's own", () => {
  const count = (number: number) => inNumber(number, "one", "other");
  expect([sayNumber(1234567), sayList(["1 error", "2 warnings"]), count(0), count(1), count(2)]).toEqual([
    "1,234,567",
    "1 error, 2 warnings",
    "other",
    "one",
    "other",
  ]);
  speakOne("de");
  expect([sayNumber(1234567), sayList(["1 Fehler", "2 Warnungen"]), count(1)]).toEqual([
    "1.234.567",
    "1 Fehler und 2 Warnungen",
    "one",
  ]);
});

test("a language without translations is left for English", () => {
  speak("de", null);
  expect([say(message("origin.user")), sayNumber(1234567)]).toEqual(["user settings", "1,234,567"]);
});
