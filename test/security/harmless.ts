/** Properties of what people are shown: nothing in it that a stranger wrote may act. */

import MarkdownIt from "markdown-it";
import { expect } from "vitest";
import { documentationBase } from "../../server/src/core/documentation.ts";
import { obeyed } from "./hostileStrings.ts";

/** One line, of which a terminal, a log or a tree obeys nothing. */
export function expectPlainLine(text: string): void {
  expect(text).not.toMatch(obeyed);
  expect(text).not.toMatch(/[\n\t]/);
  expect(text.length).toBeLessThan(2000);
}

export function expectPlainLines(text: string): void {
  expect(text).not.toMatch(obeyed);
}

/** As generous as editors and services are: HTML and bare addresses count. */
const markdown = new MarkdownIt({ html: true, linkify: true });

const ownLinks = [documentationBase, "https://pypi.org/project/", "https://osv.dev/vulnerability/"];

/** Markdown without HTML and images, whose links all lead where ours do. Gives the kinds of its blocks. */
export function expectHarmlessMarkdown(text: string): string[] {
  expect(text).not.toMatch(obeyed);
  const blocks = markdown.parse(text, {});
  const tokens = blocks.flatMap((block) => [block, ...(block.children ?? [])]);
  expect(tokens.filter(({ type }) => /html|image/.test(type)).map(({ content }) => content)).toEqual([]);
  const links = tokens.flatMap((token) => token.attrGet("href") ?? []);
  expect(links.filter((link) => !ownLinks.some((own) => link.startsWith(own)))).toEqual([]);
  return blocks.map(({ type }) => type);
}

/** How many cells each row of the tables has. */
export function columnsOf(text: string): number[] {
  const counts: number[] = [];
  for (const { type } of markdown.parse(text, {})) {
    if (type === "tr_open") counts.push(0);
    if (type === "th_open" || type === "td_open") counts.push((counts.pop() ?? 0) + 1);
  }
  return counts;
}
