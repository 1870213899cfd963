/** What people read goes through `l10n.t` or the core's messages: a sentence written anywhere else would stay English. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** For programs, or for people who read English: see the files. */
const exceptions: readonly (readonly [file: string, text: string])[] = [
  ["command.ts", "does not take an argument"],
  ["falseAlarm.ts", "a module, in an import"],
  ["falseAlarm.ts", "Why the name is fine (what the project is, where it is published):"],
  ["node/extension.ts", "languageClient.js, which starts the server, cannot be loaded. Reinstall Namesake."],
  ["serviceFile.ts", "service.js, which checks names, cannot be loaded. Reinstall Namesake."],
];

test.each(["client/src", "server/src/cli", "server/src/lsp", "server/src/node"])("%s", (folder) => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const found = files.flatMap((file) =>
    sentencesIn(readFileSync(join(folder, file), "utf8")).map((text) => `${file}: ${text}`),
  );
  const known = exceptions.map(([file, text]) => `${file}: ${text}`);
  expect(found.filter((each) => !known.includes(each))).toEqual([]);
});

test("a sentence that nobody translates is noticed", () => {
  expect(sentencesIn('throw new Error("this is not translated");')).toEqual(["this is not translated"]);
  expect(sentencesIn("show(`There are new findings: $".concat("{count}`);"))).toEqual([
    "There are new findings: ",
  ]);
  expect(sentencesIn('show(l10n.t("this is translated")); // this is not shown')).toEqual([]);
});

/** Texts of three words in a row or more. */
function sentencesIn(source: string): string[] {
  const code = source.replace(/\/\*.*?\*\//gs, "").replace(/(^|\s)\/\/.*$/gm, "");
  const untranslated = code.replace(/\bl10n\.t\(\s*"(?:[^"\\\n]|\\.)*"/g, "l10n.t(");
  return [...untranslated.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)]
    .map(([, text, template = ""]) => text ?? template.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, ""))
    .filter((text) => /[A-Za-z]+,? [a-z]+ [a-z]+/.test(text));
}
