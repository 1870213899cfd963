/** A new user walks from the first page to a scanned workspace. Its pictures are those of the walkthrough itself. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sample } from "../../scripts/machine/root.mjs";
import { scratchCopy } from "../../scripts/machine/scratch.mjs";
import {
  chooseQuickFix,
  expectHover,
  expectSquiggle,
  lookAt,
  openQuickFixes,
  type Person,
  runCommand,
  sitDown,
} from "./person.ts";

const patience = { timeout: 30_000, interval: 250 };

describe("a person in the first minutes", () => {
  const folder = scratchCopy(sample, "sample");
  let person: Person;

  beforeAll(async () => {
    person = await sitDown(folder, join("app", "empty.txt"));
  });
  afterAll(() => person.leave());

  it("opens the walkthrough", async () => {
    await runCommand(person, "Welcome: Open Walkthrough...");
    await person.page.keyboard.type("First Minutes");
    await person.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "Namesake" })
      .first()
      .waitFor();
    await person.page.keyboard.press("Enter");
    await person.page.getByRole("button", { name: "Open the Sample" }).waitFor(patience);
    await lookAt(person, "walkthrough");
  });
});
