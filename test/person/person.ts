/** What a person does in VS Code, with the eyes and hands of a browser. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { findBrowser } from "../../scripts/machine/browser.mjs";
import { cache } from "../../scripts/machine/root.mjs";
import { copyPackagedExtension, packageExtension } from "../../scripts/vscode/package.mjs";
import { launchBrowser } from "../../scripts/vscode/page.mjs";
import { startEmbeddedVSCode } from "../../scripts/vscode/server.mjs";
import { makeUserData } from "../../scripts/vscode/userData.mjs";
import { serveWebVSCode } from "../../scripts/vscode/webServer.mjs";

/** A slow machine starts VS Code in half of this many milliseconds. */
const patience = { timeout: 60_000, interval: 250 };

export interface Person {
  readonly page: Page;
  /** Closes VS Code and everything that it started. */
  leave(): Promise<void>;
}

export interface Desk {
  /** Whether the folder opens in Restricted Mode. */
  readonly workspaceTrust?: boolean;
  /** What the person has set for themselves. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The language that VS Code has; its own texts are English all the same, for want of a language pack. */
  readonly language?: string;
}

/** Opens one file of a folder in a VS Code of its own, with the packaged extension installed. */
export async function sitDown(folder: string, file: string, desk: Desk = {}): Promise<Person> {
  const { workspaceTrust = false, settings, language } = desk;
  const browser = await openBrowser();
  const userData = makeUserData(settings);
  const server = await startEmbeddedVSCode({ vsix: await packageExtension(), workspaceTrust, userData });
  const page = await openPage(browser);
  // As VS Code's page does once it has loaded a language pack.
  if (language)
    await page.addInitScript((name) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: name }), language);
  await page.goto(server.address(folder, [["openFile", server.remote(join(folder, file))]]));
  return { page, leave: () => leave(browser, server) };
}

/** Opens a folder in a VS Code that is nothing but a page, and a file at its root. What is written stays in the page. */
export async function browse(folder: string, file: string): Promise<Person> {
  const browser = await openBrowser();
  const server = await serveWebVSCode({ extension: await copyPackagedExtension(), folder });
  const page = await openPage(browser);
  await page.goto(server.address);
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: file }).dblclick(patience);
  return { page, leave: () => leave(browser, server) };
}

/** Waits until the line that holds `text` is underlined, or no longer is. */
export async function expectSquiggle({ page }: Person, text: string, wanted: boolean): Promise<void> {
  await expect
    .poll(() => hasSquiggle(page, text), { ...patience, message: `squiggle under ${text}` })
    .toBe(wanted);
}

/** Opens the quick-fix menu (Ctrl+.) on a line, counted from one, and waits for an entry of it. */
export async function openQuickFixes({ page }: Person, line: number, title: string): Promise<void> {
  await goToLine(page, line);
  // Later versions keep a second one beside it, for what an entry unfolds into.
  const menu = page.locator(".action-widget").first();
  // A key pressed while the editor is still busy with the last one is lost.
  await expect
    .poll(async () => {
      if (!(await menu.isVisible())) await page.keyboard.press("ControlOrMeta+.");
      return menu.locator(".monaco-list-row", { hasText: title }).first().isVisible();
    }, patience)
    .toBe(true);
}

/** Walks down the open menu with the arrow key, since a click can be intercepted, and chooses. */
export async function chooseQuickFix({ page }: Person, title: string): Promise<void> {
  const wanted = page.locator(".action-widget .monaco-list-row.focused", { hasText: title });
  await expect
    .poll(async () => {
      if (await wanted.isVisible()) return true;
      await page.keyboard.press("ArrowDown");
      return false;
    }, patience)
    .toBe(true);
  await page.keyboard.press("Enter");
}

/** Shows the hover of the name at the start of a line, counted from one, and waits for words in it. */
export async function expectHover(person: Person, line: number, words: string): Promise<void> {
  await goToLine(person.page, line);
  await runCommand(person, "Show or Focus Hover");
  await person.page.locator(".monaco-hover-content", { hasText: words }).first().waitFor(patience);
}

/** Runs a command by its title. */
export async function runCommand({ page }: Person, title: string): Promise<void> {
  await openQuickInput(page, "F1");
  await page.keyboard.type(title);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
  await page.keyboard.press("Enter");
}

export async function save({ page }: Person): Promise<void> {
  await page.keyboard.press("ControlOrMeta+s");
}

/** Saves what is on the screen, for people to look at. */
export async function lookAt({ page }: Person, name: string): Promise<void> {
  await page.screenshot({ path: screenshotFile(name) });
}

/** The same for the part of the screen that an element takes up, at most so wide as a walkthrough shows it. */
export async function lookAtPicture({ page }: Person, name: string, selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on the screen`);
  const clip = { ...box, width: Math.min(box.width, 640), height: Math.min(box.height, 240) };
  await page.screenshot({ path: screenshotFile(`walkthrough-${name}`), clip });
}

function screenshotFile(name: string): string {
  const folder = process.env.NAMESAKE_SCREENSHOTS ?? join(cache, "screenshots");
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}

async function openBrowser(): Promise<Browser> {
  const found = await findBrowser();
  if ("missing" in found) throw new Error(found.missing);
  return launchBrowser(found.executable);
}

function openPage(browser: Browser): Promise<Page> {
  return browser.newPage({ viewport: { width: 1100, height: 680 }, deviceScaleFactor: 2 });
}

async function leave(browser: Browser, server: { stop(): void }): Promise<void> {
  await browser.close();
  server.stop();
}

async function hasSquiggle(page: Page, text: string): Promise<boolean> {
  const [line] = await boxesOf(page.locator(".view-line", { hasText: text }));
  if (!line) throw new Error(`${text} is not on the screen`);
  const squiggles = await boxesOf(page.locator(".squiggly-error, .squiggly-warning, .squiggly-info"));
  return squiggles.some(({ y }) => Math.abs(y - line.y) < line.height / 2);
}

/** All in one look: an element that is gone by the next one would be waited for. */
function boxesOf(locator: Locator): Promise<{ y: number; height: number }[]> {
  return locator.evaluateAll((elements) =>
    elements.map((element) => {
      const { y, height } = element.getBoundingClientRect();
      return { y, height };
    }),
  );
}

async function goToLine(page: Page, line: number): Promise<void> {
  await openQuickInput(page, "Control+g");
  await page.keyboard.type(`${line}:2`);
  await page.keyboard.press("Enter");
  await page.locator(".monaco-editor.focused").waitFor();
}

/** A key pressed while the focus moves is lost. */
async function openQuickInput(page: Page, key: string): Promise<void> {
  const input = page.locator(".quick-input-widget input").first();
  await expect
    .poll(async () => {
      if (!(await input.isVisible())) await page.keyboard.press(key);
      return input.isVisible();
    }, patience)
    .toBe(true);
}
