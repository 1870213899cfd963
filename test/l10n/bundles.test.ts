/** Every language says all that can be said, with the same placeholders and names, and nothing that is not said. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { languages } from "../../server/src/core/languages.ts";
import { sameEverywhere, sameIn } from "./same.ts";
import { placeholdersOf, sentencesInSources } from "./sentences.ts";

type Sentences = Readonly<Record<string, string>>;

const read = (path: string): Sentences => JSON.parse(readFileSync(path, "utf8"));
const inManifest = read("package.nls.json");
const inPrograms = Object.fromEntries(sentencesInSources().map((sentence) => [sentence, sentence]));

test("the manifest's sentences are those that it asks for", () => {
  const asked = [...readFileSync("package.json", "utf8").matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key);
  expect(new Set(Object.keys(inManifest))).toEqual(new Set(asked));
});

test("the files of languages are those of the registry", () => {
  const filesOf = (folder: string, pattern: RegExp) =>
    readdirSync(folder).flatMap((file) => pattern.exec(file)?.[1] ?? []);
  const expected = [...languages].sort();
  expect(filesOf(".", /^package\.nls\.(.+)\.json$/).sort()).toEqual(expected);
  expect(filesOf("l10n", /^bundle\.l10n\.(.+)\.json$/).sort()).toEqual(expected);
});

describe.each(languages)("%s", (language) => {
  describe.each([
    { part: "manifest", english: inManifest, translated: read(`package.nls.${language}.json`) },
    { part: "programs", english: inPrograms, translated: read(`l10n/bundle.l10n.${language}.json`) },
  ])("in the $part", ({ english, translated }) => {
    const pairs = Object.entries(english).map(([key, sentence]) => ({
      sentence,
      said: translated[key] ?? "",
    }));

    test("has every sentence, and no other", () => {
      expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
    });

    test("keeps placeholders", () => {
      const wrong = pairs.filter(
        ({ sentence, said }) => placeholdersOf(said).join() !== placeholdersOf(sentence).join(),
      );
      expect(wrong).toEqual([]);
    });

    test("keeps names, code and addresses", () => {
      const wrong = pairs.filter(({ sentence, said }) => namesIn(said).join() !== namesIn(sentence).join());
      expect(wrong).toEqual([]);
    });

    test("is no copy of the English", () => {
      const same = pairs.filter(({ sentence, said }) => said === sentence).map(({ sentence }) => sentence);
      const known = [...sameEverywhere, ...(sameIn[language] ?? [])];
      expect(same.filter((sentence) => !known.includes(sentence))).toEqual([]);
    });

    test("has no empty or padded sentence", () => {
      expect(pairs.filter(({ said }) => said === "" || said !== said.trim())).toEqual([]);
    });
  });

  test("has an entry among the copies for real ones only", () => {
    const translated = {
      ...read(`package.nls.${language}.json`),
      ...read(`l10n/bundle.l10n.${language}.json`),
    };
    const said = new Set(Object.values(translated));
    expect((sameIn[language] ?? []).filter((sentence) => !said.has(sentence))).toEqual([]);
  });
});

/** What no language translates, each once. Examples of settings in several lines may have words in them. */
function namesIn(sentence: string): string[] {
  const oneLine = sentence.replace(/```.*?```/gs, "");
  const names =
    /`[^`]*`|#[\w.-]+#|\(command:[^)]*\)|\bnamesake\.[\w.]+\w|--[a-z-]+|\b[A-Z]+_[A-Z]+\b|\b(?:PyPI|Python|Namesake|conda|pip|uv|Poetry|PDM|JSON|YAML)\b|YYYY-MM-DD|\d{4}-\d\d-\d\d/g;
  return [...new Set([...oneLine.matchAll(names)].map(([name]) => name))].sort();
}
