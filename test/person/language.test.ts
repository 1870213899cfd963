/** In another language the manifest, the server and the client all speak it. */
import { afterAll, beforeAll, describe, it } from "vitest";
import { sample } from "../../scripts/machine/root.mjs";
import { scratchCopy } from "../../scripts/machine/scratch.mjs";
import {
  expectHover,
  expectSquiggle,
  lookAt,
  openQuickFixes,
  type Person,
  runCommand,
  sitDown,
} from "./person.ts";

/** The line of `reqeusts`, counted from one. */
const misspelt = 12;

const languages = [
  {
    language: "de",
    said: "Zwei benachbarte Buchstaben sind vertauscht",
    fix: "Durch „requests“ ersetzen",
    view: "Vertrauenswürdige Pakete",
    workspace: "Arbeitsbereich",
  },
  {
    language: "ja",
    said: "隣り合う 2 文字が入れ替わっています",
    fix: "「requests」に置き換え、「==2.32.3」を残す",
    view: "信頼済みパッケージ",
    workspace: "ワークスペース",
  },
];

describe.each(languages)("a person whose VS Code speaks $language", (theirs) => {
  const { language, said, fix, view, workspace } = theirs;
  let person: Person;

  beforeAll(async () => {
    person = await sitDown(scratchCopy(sample, "sample"), "requirements.txt", { language });
  });
  afterAll(() => person.leave());

  it("reads it in the hover", async () => {
    await expectSquiggle(person, "reqeusts==", true);
    await expectHover(person, misspelt, said);
    await lookAt(person, `language-${language}`);
  });

  it("reads it in the quick fixes", async () => {
    await openQuickFixes(person, misspelt, fix);
    await lookAt(person, `language-${language}-fixes`);
    await person.page.keyboard.press("Escape");
  });

  it("reads it in the views that the manifest names", async () => {
    await runCommand(person, `Focus on ${view} View`);
    await person.page.getByRole("treeitem", { name: new RegExp(`acme-core.*${workspace}`) }).waitFor();
    await expectHover(person, misspelt, said);
    await lookAt(person, `language-${language}-view`);
  });
});
