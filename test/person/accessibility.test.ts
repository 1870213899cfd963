/** A person who needs high contrast, or who listens: what the views say to a screen reader is asserted, how they look is looked at. */
import { afterAll, beforeAll, describe, it } from "vitest";
import { sample } from "../../scripts/machine/root.mjs";
import { scratchCopy } from "../../scripts/machine/scratch.mjs";
import { expectHover, expectSquiggle, lookAt, type Person, runCommand, sitDown } from "./person.ts";

const patience = { timeout: 30_000, interval: 250 };

describe("a person who needs high contrast, or listens", () => {
  const folder = scratchCopy(sample, "sample");
  let person: Person;

  beforeAll(async () => {
    const settings = { "workbench.colorTheme": "Default High Contrast" };
    person = await sitDown(folder, "requirements.txt", { settings });
  });
  afterAll(() => person.leave());

  it("sees the warning and its evidence, light on dark", async () => {
    await expectWarning("hc-black");
    await lookAt(person, "default-high-contrast-hover");
    await person.page.keyboard.press("Escape");
  });

  it("is told what is trusted, where and why", async () => {
    await runCommand(person, "Focus on Trusted Packages View");
    await expectLabel("treeitem", "Workspace, .vscode/settings.json");
    await expectLabel("treeitem", /^acme-core, .*, Workspace$/);
    // Its actions appear under the pointer or the focus.
    await person.page.locator(".pane-header", { hasText: "Trusted Packages" }).hover();
    await expectLabel("button", "Add Trusted Package…");
  });

  it("is told what is flagged, why, and what would be done", async () => {
    await runCommand(person, "Namesake: Review Findings");
    await expectLabel(
      "treeitem",
      /^reqeusts, \d+ places?, 'reqeusts' looks like a misspelling .*, Replace with/,
    );
    await expectLabel("checkbox", /Replace with 'pycrypto'/);
    await lookAt(person, "default-high-contrast-views");
  });

  it("is told the state of the file", async () => {
    await expectLabel("button", /Editor Language Status: Namesake: \d+ findings/);
  });

  it("sees the same dark on light", async () => {
    await runCommand(person, "Preferences: Toggle between Light/Dark Themes");
    await person.page.locator(".monaco-workbench.hc-light").waitFor(patience);
    await lookAt(person, "default-high-contrast-light-views");
    await person.page.locator(".view-line", { hasText: "reqeusts==" }).click();
    await expectWarning("hc-light");
    await lookAt(person, "default-high-contrast-light-hover");
  });

  async function expectWarning(theme: "hc-black" | "hc-light"): Promise<void> {
    await person.page.locator(`.monaco-workbench.${theme}`).waitFor(patience);
    await expectSquiggle(person, "reqeusts", true);
    await expectSquiggle(person, "ruamel.yaml", false);
    await expectHover(person, 12, "About typosquat");
  }

  async function expectLabel(role: "treeitem" | "button" | "checkbox", name: string | RegExp): Promise<void> {
    await person.page.getByRole(role, { name, exact: true }).first().waitFor(patience);
  }
});
