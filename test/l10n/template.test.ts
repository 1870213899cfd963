/**
 * `l10n/bundle.l10n.json` lists the English sentences for those who translate. `UPDATE=1` writes it anew.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sentencesInSources } from "./sentences.ts";

const path = "l10n/bundle.l10n.json";

test("the list for translators holds the sentences of the sources", () => {
  const list = Object.fromEntries(sentencesInSources().map((sentence) => [sentence, sentence]));
  if (process.env.UPDATE) writeFileSync(path, `${JSON.stringify(list, null, 2)}\n`);
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(list);
});
