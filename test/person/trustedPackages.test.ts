/** A person keeps the list of trusted packages in its view: adds a name, ends its trust, and is told where it is used. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sample } from "../../scripts/machine/root.mjs";
import { scratchCopy } from "../../scripts/machine/scratch.mjs";
import { expectHover, expectSquiggle, lookAt, type Person, runCommand, sitDown } from "./person.ts";

const patience = { timeout: 30_000, interval: 250 };

const name = "acme-billing";
const reason = "our own index";
const pastDay = "2020-01-31";

describe("a person with the Trusted Packages view", () => {
  const folder = scratchCopy(sample, "sample");
  let person: Person;

  beforeAll(async () => {
    // Nobody is trusted yet, so that the name is flagged until the person says otherwise.
    rmSync(join(folder, ".vscode"), { recursive: true });
    person = await sitDown(folder, "requirements.txt");
  });
  afterAll(() => person.leave());

  it("adds a name with a reason", async () => {
    await expectSquiggle(person, name, true);
    const add = person.page.locator(".pane-header").getByRole("button", { name: "Add Trusted Package…" });
    // The button is there while the view has the focus, which a view that is still being drawn can lose: a person goes there again.
    await vi.waitFor(async () => {
      await runCommand(person, "Focus on Trusted Packages View");
      await add.click({ timeout: 5_000 });
    }, patience);
    await choose("Trust a Package", name);
    await answer("Reason for Trust", reason);
    await choose("Where should this be trusted?", "Workspace");
    await expect.poll(readTrusted, patience).toEqual({ [name]: { reason } });
    await expectSquiggle(person, name, false);
  });

  it("sees it in the view", async () => {
    await entry(reason).waitFor(patience);
    expect(await entry("expired").count()).toBe(0);
  });

  // On a busy machine the menu can swallow a key, as a person would notice too: they try again.
  it("expires it", { retry: 2 }, async () => {
    await person.page.keyboard.press("Escape");
    await entry(reason).click({ button: "right" });
    // A click right after the menu has opened is taken for the end of the one that opened it.
    await person.page.getByRole("menuitem", { name: "Edit Expiry…" }).hover();
    await person.page.keyboard.press("Enter");
    await answer("Expiry of Trust", pastDay);
    await expect.poll(readTrusted, patience).toEqual({ [name]: { reason, expires: pastDay } });
    await entry(`expired on ${pastDay}`).waitFor(patience);
  });

  it("sees the hint where the name is used", async () => {
    await expectSquiggle(person, name, true);
    await expectSquiggle(person, "ruamel.yaml", false);
    const line = read("requirements.txt").split("\n").indexOf(name) + 1;
    await expectHover(person, line, `'${name}' was trusted until ${pastDay}`);
    await lookAt(person, "expired-trust");
  });

  /** The row of the name in the view, where it says these words too. */
  function entry(words: string) {
    return person.page
      .locator(".pane-body .monaco-list-row", { hasText: name })
      .filter({ hasText: words })
      .first();
  }

  /** Answers a question that offers a list. */
  async function choose(title: string, item: string): Promise<void> {
    const widget = await question(title);
    await widget.locator(".monaco-list-row", { hasText: item }).first().click();
  }

  /** Answers a question that takes any text. */
  async function answer(title: string, text: string): Promise<void> {
    await question(title);
    await person.page.keyboard.type(text);
    await person.page.keyboard.press("Enter");
  }

  async function question(title: string) {
    const widget = person.page.locator(".quick-input-widget", { hasText: title });
    await widget.waitFor(patience);
    return widget;
  }

  function read(path: string): string {
    return readFileSync(join(folder, path), "utf8");
  }

  /** What the settings file says; there is none before the first change. */
  function readTrusted(): unknown {
    const path = ".vscode/settings.json";
    return existsSync(join(folder, path)) ? JSON.parse(read(path))["namesake.trustedPackages"] : undefined;
  }
});
