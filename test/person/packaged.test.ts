/** One pass over the packaged extension as a person uses it: look, fix, trust, check the list. */
import { readFileSync } from "node:fs";
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
  save,
  sitDown,
} from "./person.ts";

const patience = { timeout: 30_000, interval: 250 };

describe("a person with the packaged extension", () => {
  const folder = scratchCopy(sample, "sample");
  let person: Person;

  beforeAll(async () => {
    person = await sitDown(folder, "requirements.txt");
  });
  afterAll(() => person.leave());

  it("sees a wrong name underlined and a correct one not", async () => {
    await expectSquiggle(person, "reqeusts", true);
    await expectSquiggle(person, "pycryptoenv", true);
    await expectSquiggle(person, "ruamel.yaml", false);
    await expectSquiggle(person, "acme-billing", false);
    await lookAt(person, "findings");
  });

  it("reads the evidence in the hover", async () => {
    await expectHover(person, lineOf("reqeusts"), "About typosquat");
    await lookAt(person, "hover");
    await person.page.keyboard.press("Escape");
  });

  it("fixes it from the quick-fix menu", async () => {
    await openQuickFixes(person, lineOf("reqeusts"), "Replace with 'requests'");
    await lookAt(person, "quick-fixes");
    await chooseQuickFix(person, "Replace with 'requests'");
    await expectSquiggle(person, "requests", false);
    await save(person);
    await expect.poll(() => read("requirements.txt"), patience).toContain("\nrequests==2.32.3\n");
  });

  it("trusts a name for the workspace", async () => {
    await expectSquiggle(person, "python-dateutils", true);
    const title = "Trust 'python-dateutils' in this workspace";
    await openQuickFixes(person, lineOf("python-dateutils"), title);
    await chooseQuickFix(person, title);
    await expectSquiggle(person, "python-dateutils", false);
    await expect.poll(() => read(".vscode/settings.json"), patience).toContain('"python-dateutils"');
    expect(read(".vscode/settings.json")).toContain("// Shared by the team");
  });

  it("sees the trusted name in the Trusted Packages view", async () => {
    await runCommand(person, "Focus on Trusted Packages View");
    for (const name of ["acme-core", "python-dateutils"]) {
      await person.page.locator(".pane-body .monaco-list-row", { hasText: name }).first().waitFor(patience);
    }
    await lookAt(person, "trusted-packages");
  });

  function read(path: string): string {
    return readFileSync(join(folder, path), "utf8");
  }

  /** Counted from one. */
  function lineOf(name: string): number {
    return (
      read("requirements.txt")
        .split("\n")
        .findIndex((line) => line.startsWith(name)) + 1
    );
  }
});
