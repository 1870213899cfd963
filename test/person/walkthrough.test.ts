/** A new user goes from the walkthrough's first step to a scanned workspace. What is looked at here are the walkthrough's own pictures. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sample } from "../../scripts/machine/root.mjs";
import { scratchCopy } from "../../scripts/machine/scratch.mjs";
import {
  chooseQuickFix,
  expectHover,
  expectSquiggle,
  lookAtPicture,
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
    // Nobody is trusted yet.
    rmSync(join(folder, ".vscode"), { recursive: true });
    person = await sitDown(folder, "requirements.txt");
  });
  afterAll(() => person.leave());

  it("finds the walkthrough", async () => {
    await expectSquiggle(person, "reqeusts", true);
    await openWalkthrough();
    await person.page
      .getByRole("heading", { name: "First Minutes with Namesake", level: 2 })
      .waitFor(patience);
  });

  it("opens the sample beside it and sees the warnings", async () => {
    await person.page.getByRole("button", { name: "Open the Sample" }).click();
    await person.page.getByRole("checkbox", { name: "See a warning: Completed" }).waitFor(patience);
    await person.page.getByRole("tab", { name: /Untitled-1/ }).click(patience);
    await runCommand(person, "View: Close Editors in Other Groups");
    // The focus is nowhere sometimes when a group goes; a person would click into the text.
    await person.page.locator(".view-line", { hasText: "Flask" }).click(patience);
    await expectSquiggle(person, "reqeusts", true);
    await expectSquiggle(person, "acme-billing", true);
    await expectSquiggle(person, "Flask", false);
    await expectHover(person, 2, "About typosquat");
    await lookAtPicture(person, "see", ".editor-instance");
    await person.page.keyboard.press("Escape");
  });

  it("fixes a name", async () => {
    await openQuickFixes(person, 2, "Replace with 'requests'");
    await lookAtPicture(person, "fix", ".editor-instance");
    await chooseQuickFix(person, "Replace with 'requests'");
    await expectSquiggle(person, "requests", false);
  });

  it("trusts a name", async () => {
    const title = "Trust 'acme-billing' in this workspace";
    await openQuickFixes(person, 4, title);
    await chooseQuickFix(person, title);
    await expectSquiggle(person, "acme-billing", false);
    await runCommand(person, "Focus on Trusted Packages View");
    await person.page.getByRole("treeitem", { name: /^acme-billing, .*Workspace/ }).waitFor(patience);
    await lookAtPicture(person, "trust", ".part.sidebar");
  });

  it("opens the file that the team shares", async () => {
    await runCommand(person, "Preferences: Open Workspace Settings (JSON)");
    await person.page.locator(".view-line", { hasText: "namesake.trustedPackages" }).waitFor(patience);
    await lookAtPicture(person, "share", ".editor-instance");
  });

  it("reads which settings count", async () => {
    await runCommand(person, "Namesake: Show Effective Policy");
    await person.page.locator(".view-line", { hasText: "Namesake: effective policy" }).waitFor(patience);
  });

  it("scans the workspace and sees every flagged name", async () => {
    await runCommand(person, "Namesake: Scan Workspace");
    await person.page.getByRole("button", { name: "Review", exact: true }).click(patience);
    await person.page.getByRole("treeitem", { name: /^pycryptoenv, / }).waitFor(patience);
    await lookAtPicture(person, "scan", ".part.panel");
  });

  it("finds its steps ticked", async () => {
    await openWalkthrough();
    const ticked = person.page.getByRole("checkbox", { name: /: Completed/ });
    await expect.poll(() => ticked.count(), patience).toBe(4);
  });

  async function openWalkthrough(): Promise<void> {
    await runCommand(person, "Welcome: Open Walkthrough");
    await person.page.keyboard.type("First Minutes");
    await person.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "Namesake" })
      .first()
      .waitFor();
    await person.page.keyboard.press("Enter");
  }
});
