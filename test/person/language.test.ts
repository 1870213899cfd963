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

describe("a person whose VS Code speaks German", () => {
  let person: Person;

  beforeAll(async () => {
    person = await sitDown(scratchCopy(sample, "sample"), "requirements.txt", { language: "de" });
  });
  afterAll(() => person.leave());

  it("reads German in the hover", async () => {
    await expectSquiggle(person, "reqeusts==", true);
    await expectHover(person, misspelt, "Zwei benachbarte Buchstaben sind vertauscht");
    await lookAt(person, "german");
  });

  it("reads German in the quick fixes", async () => {
    await openQuickFixes(person, misspelt, "Durch „requests“ ersetzen");
    await person.page.keyboard.press("Escape");
  });

  it("reads German in the views that the manifest names", async () => {
    await runCommand(person, "Focus on Vertrauenswürdige Pakete View");
    const entry = person.page.getByRole("treeitem", { name: /acme-core.*Arbeitsbereich/ });
    await entry.waitFor();
    await lookAt(person, "german-view");
  });
});
