/** Every reader on texts as people write them; test/fixtures/readers/READER/ holds them with the marks drawn below. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readers } from "../../../server/src/core/readers/index.ts";
import { drawSquiggles, readSquiggles } from "../../support/squiggles.ts";
import { marksOf } from "./readingMarks.ts";

const root = new URL("../../fixtures/readers/", import.meta.url);

describe.each(readers)("$title", (reader) => {
  const folder = new URL(`${reader.id}/`, root);

  test.each(readdirSync(folder))("%s", (name) => {
    const { text, marks } = readSquiggles(readFileSync(new URL(name, folder), "utf8"));
    expect(drawSquiggles(text, marksOf(reader.read(text)))).toBe(drawSquiggles(text, marks));
  });
});
