/** Holds the page of each rule to the rule: its examples are checked, and its sentences are those that people see. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { message, renderMessage } from "../../server/src/core/messages.ts";
import { codes, rules } from "../../server/src/core/rules/codes.ts";
import { expectFindings } from "../support/findings.ts";
import { messagesOf, readExamples, withoutNumbers } from "./examples.ts";
import { readSections } from "./markdown.ts";

const folder = join("docs", "rules");

test("every rule has a page, and every page a rule", () => {
  const pages = readdirSync(folder).map((file) => file.replace(/\.md$/, ""));
  expect(pages.sort()).toEqual([...codes].sort());
});

describe.each(rules.map(({ code, severity }) => ({ code, severity })))("$code", ({ code, severity }) => {
  const path = join(folder, `${code}.md`);
  const page = existsSync(path) ? readFileSync(path, "utf8") : "";
  const sections = readSections(page);

  test("has the sections that people look for", () => {
    expect(sections.map(({ title }) => title)).toEqual([
      code,
      "What it says",
      "Why it matters",
      "A real case",
      "How to fix it",
      "How to trust the name",
      "How to silence one line",
      "How to change the severity",
    ]);
  });

  test("begins with the sentence by which reports know the rule", () => {
    expect(page).toContain(`# ${code}\n\n${renderMessage(message(`rule.${code}`))}\n`);
  });

  test("states the default severity", () => {
    expect(page).toContain(`Default severity: **${severity}**`);
  });

  test("shows what the rule does", () => {
    const examples = sections.flatMap(readExamples);
    expect(examples.some(({ drawing }) => drawing.includes(`^ ${code}`))).toBe(true);
    for (const { file, drawing, settings } of examples) expectFindings(file, drawing, { settings });
  });

  test.each(sections.map((section) => ({ title: section.title, section })))(
    "quotes what it says of the examples: $title",
    ({ section }) => {
      const said = readExamples(section)
        .flatMap((example) => messagesOf(example))
        .map(withoutNumbers);
      for (const quote of section.quotes) expect(said).toContain(withoutNumbers(quote));
    },
  );
});
