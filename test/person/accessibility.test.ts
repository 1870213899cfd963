/** A person who needs high contrast, or who listens: what the views say to a screen reader is asserted, how they look is looked at. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sample } from "../../scripts/machine/root.mjs";
import { scratchCopy } from "../../scripts/machine/scratch.mjs";
import { expectHover, expectSquiggle, lookAt, type Person, runCommand, sitDown } from "./person.ts";

const patience = { timeout: 30_000, interval: 250 };

describe.each(["Default High Contrast", "Default High Contrast Light"])("a person with %s", (theme) => {
  const folder = scratchCopy(sample, "sample");
  const picture = theme.toLowerCase().replaceAll(" ", "-");
  let person: Person;

  beforeAll(async () => {
    person = await sitDown(folder, "requirements.txt", { settings: { "workbench.colorTheme": theme } });
  });
  afterAll(() => person.leave());

  it("sees the warning and its evidence", async () => {
    await expectSquiggle(person, "reqeusts", true);
    await expectSquiggle(person, "ruamel.yaml", false);
    const body = person.page.locator(".monaco-workbench");
    expect(await body.getAttribute("class")).toMatch(
      theme.endsWith("Light") ? /\bhc-light\b/ : /\bhc-black\b/,
    );
    await expectHover(person, 12, "About typosquat");
    await lookAt(person, `${picture}-hover`);
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
    await lookAt(person, `${picture}-views`);
  });

  it("is told the state of the file", async () => {
    await expectLabel("button", /Editor Language Status: Namesake: \d+ findings/);
  });

  async function expectLabel(role: "treeitem" | "button" | "checkbox", name: string | RegExp): Promise<void> {
    await person.page.getByRole(role, { name, exact: true }).first().waitFor(patience);
  }
});
