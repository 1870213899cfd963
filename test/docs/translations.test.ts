/** Holds each translated document to its English original, so that one that falls behind is noticed. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import * as l10n from "@vscode/l10n";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentationUrl, documentedIn } from "../../server/src/core/documentation.ts";
import type { Language } from "../../server/src/core/languages.ts";
import { message, renderMessage } from "../../server/src/core/messages.ts";
import { codes, rules } from "../../server/src/core/rules/codes.ts";
import { messagesOf, readExamples, withoutNumbers } from "./examples.ts";
import { type Block, readBlocks, readLinks, readSections } from "./markdown.ts";

/** The languages that documents are translated into, each by its own name. Its pages are in `docs/<language>`. */
const translations: Partial<Record<Language, string>> = { ja: "日本語", "zh-cn": "简体中文" };

const languages = Object.keys(translations) as Language[];

test("a finding links to the page in the reader's language where there is one", () => {
  expect(documentedIn).toEqual(languages);
  expect(documentationUrl("typosquat", "ja")).toMatch(/\/ja\/rules\/typosquat$/);
  expect(documentationUrl("typosquat", "de")).toBe(documentationUrl("typosquat", "en"));
});

const read = (path: string) => (existsSync(path) ? readFileSync(path, "utf8") : "");
const pathIn = (language: Language, original: string) =>
  posix.join("docs", language, posix.relative(original.startsWith("docs/") ? "docs" : ".", original));

describe.each(languages)("%s", (language) => {
  test("has a page for each rule, and no other", () => {
    const pages = readdirSync(`docs/${language}/rules`);
    expect(pages.sort()).toEqual(codes.map((code) => `${code}.md`).sort());
  });

  describe.each(["README.md", ...codes.map((code) => `docs/rules/${code}.md`)])("%s", (original) => {
    const path = pathIn(language, original);
    const [english, page] = [read(original), read(path)];

    test("has the sections of the English page", () => {
      expect(headingLevels(page)).toEqual(headingLevels(english));
    });

    test("has its blocks, with comments in the language", () => {
      expect(readBlocks(page).map(withoutComments)).toEqual(readBlocks(english).map(withoutComments));
    });

    test("links to the same places, in the language where they are", () => {
      const expected = linkedFrom(original, english).map((target) =>
        existsSync(pathIn(language, target)) ? pathIn(language, target) : target,
      );
      expect(linkedFrom(path, page)).toEqual(expected.sort());
    });
  });

  describe.each(rules.map(({ code, severity }) => ({ code, severity })))("$code", ({ code, severity }) => {
    const original = `docs/rules/${code}.md`;
    const [english, page] = [read(original), read(pathIn(language, original))];

    beforeAll(() => l10n.config({ contents: JSON.parse(read(`l10n/bundle.l10n.${language}.json`)) }));
    afterAll(() => l10n.config({ contents: {} }));

    test("names the same things: packages, versions, settings, values", () => {
      expect(codeIn(page)).toEqual(codeIn(english));
    });

    test("begins with the sentence by which reports know the rule", () => {
      expect(page).toContain(`# ${code}\n\n${renderMessage(message(`rule.${code}`), l10n.t)}\n`);
    });

    test("states the default severity", () => {
      expect(page).toContain(`**${severity}**`);
    });

    test("quotes what the program says of the examples", () => {
      expect(quotesIn(page)).toHaveLength(quotesIn(english).length);
      for (const section of readSections(page)) {
        const said = readExamples(section).flatMap((example) => messagesOf(example, l10n.t));
        for (const quote of section.quotes) {
          expect(said.map(withoutNumbers)).toContain(withoutNumbers(quote));
        }
      }
    });
  });
});

test.each(["README.md", ...languages.map((language) => `docs/${language}/README.md`)])(
  "%s leads to those in other languages",
  (path) => {
    const readmes = Object.entries({ en: "English", ...translations }).map(([language, name]) => ({
      name,
      target: language === "en" ? "README.md" : `docs/${language}/README.md`,
    }));
    const links = readmes.map(({ name, target }) =>
      target === path ? name : `[${name}](${posix.relative(posix.dirname(path), target)})`,
    );
    expect(read(path)).toContain(`\n${links.join(" · ")}\n`);
  },
);

function headingLevels(markdown: string): number[] {
  return [...withoutBlocks(markdown).matchAll(/^(#+) /gm)].map(([, marks]) => marks!.length);
}

function quotesIn(markdown: string): string[] {
  return readSections(markdown).flatMap(({ quotes }) => quotes);
}

/** What stands between backquotes in the text, in the order of the alphabet, as sentences put it in their own. */
function codeIn(markdown: string): string[] {
  return [...withoutBlocks(markdown).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!).sort();
}

function withoutBlocks(markdown: string): string {
  return markdown.replaceAll(/^ *```[\s\S]*?^ *```$/gm, "");
}

/** Only shell commands have comments for the reader; in a file that is shown, they are part of the example. */
function withoutComments({ text, ...block }: Block): Block {
  return { ...block, text: block.language === "sh" ? text.replaceAll(/ +#.*$/gm, "") : text };
}

/** Every address in a document, files by their paths in the project. Those of the other languages have their own test. */
function linkedFrom(path: string, markdown: string): string[] {
  return readLinks(markdown)
    .map((address) => (/^(?:https?:|#)/.test(address) ? address : posix.join(posix.dirname(path), address)))
    .filter((target) => !/(?:^|^docs\/[\w-]+\/)README\.md(?:#.*)?$/.test(target))
    .sort();
}
