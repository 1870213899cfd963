/** One pass over the packaged extension in a browser, as a person uses it there: look, read, fix, trust, restart. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sample } from "../../scripts/machine/root.mjs";
import {
  browse,
  chooseQuickFix,
  expectHover,
  expectSquiggle,
  lookAt,
  openQuickFixes,
  type Person,
  runCommand,
  save,
} from "../person/person.ts";

const patience = { timeout: 30_000, interval: 250 };

describe("a person with the extension in a browser", () => {
  let person: Person;

  beforeAll(async () => {
    person = await browse(sample, "requirements.txt");
  });
  afterAll(() => person?.leave());

  it("sees a wrong name underlined, and neither a correct nor a trusted one", async () => {
    await expectSquiggle(person, "reqeusts", true);
    await expectSquiggle(person, "pycryptoenv", true);
    await expectSquiggle(person, "ruamel.yaml", false);
    await expectSquiggle(person, "acme-billing", false);
  });

  it("reads the evidence in the hover", async () => {
    await expectHover(person, lineOf("reqeusts"), "About typosquat");
    await lookAt(person, "web-editor");
    await person.page.keyboard.press("Escape");
  });

  it("fixes it from the quick-fix menu", async () => {
    await openQuickFixes(person, lineOf("reqeusts"), "Replace with 'requests'");
    await chooseQuickFix(person, "Replace with 'requests'");
    await expectSquiggle(person, "requests", false);
    await save(person);
    await person.page.locator(".tab.dirty").waitFor({ ...patience, state: "detached" });
    await shows("requests==2.32.3");
  });

  it("trusts a name for the workspace", async () => {
    await expectSquiggle(person, "python-dateutils", true);
    const title = "Trust 'python-dateutils' in this workspace";
    await openQuickFixes(person, lineOf("python-dateutils"), title);
    await chooseQuickFix(person, title);
    await expectSquiggle(person, "python-dateutils", false);
  });

  it("sees the trusted name in the Trusted Packages view", async () => {
    await runCommand(person, "Focus on Trusted Packages View");
    for (const name of ["acme-core", "python-dateutils"]) {
      await person.page.locator(".pane-body .monaco-list-row", { hasText: name }).first().waitFor(patience);
    }
  });

  it("sees the same after a restart of the server", async () => {
    await runCommand(person, "Namesake: Restart Language Server");
    await expectSquiggle(person, "pycryptoenv", true);
    await expectSquiggle(person, "python-dateutils", false);
  });

  // The last, since it lies over the page, as a question would.
  it("finds the name in the folder's settings, beside what stood there", async () => {
    await runCommand(person, "Open Workspace Settings (JSON)");
    await shows('"python-dateutils": {}');
    await shows("// Shared by the team");
  });

  async function shows(line: string): Promise<void> {
    // VS Code draws spaces as spaces that do not break.
    const editors = person.page.locator(".view-lines");
    const text = async () => (await editors.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
    await expect.poll(text, patience).toContain(line);
  }

  /** Counted from one. */
  function lineOf(name: string): number {
    const lines = readFileSync(join(sample, "requirements.txt"), "utf8").split("\n");
    return lines.findIndex((line) => line.startsWith(name)) + 1;
  }
});
