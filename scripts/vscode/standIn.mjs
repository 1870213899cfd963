#!/usr/bin/env node
/**
 * Stands in for the desktop VS Code where @vscode/test-electron starts one: takes the same arguments, runs the
 * same suite inside a real extension host, and exits with the same code, on a machine without display or network.
 */
import { parseArgs } from "node:util";
import { findBrowser } from "../machine/browser.mjs";
import { fail } from "../machine/report.mjs";
import { launchBrowser } from "./page.mjs";
import { startEmbeddedVSCode } from "./server.mjs";

const { values, positionals } = parseArgs({
  // The desktop has many more arguments, which say nothing to the embedded VS Code.
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: "string" },
    extensionTestsPath: { type: "string" },
    "user-data-dir": { type: "string" },
    "extensions-dir": { type: "string" },
  },
});

const browser = await findBrowser();
if ("missing" in browser) fail(browser.missing);

// The suite's environment is that of this process, which the extension host inherits.
const server = await startEmbeddedVSCode({
  testDriver: true,
  userData: argument("user-data-dir"),
  extensions: argument("extensions-dir"),
});
const page = await (await launchBrowser(browser.executable)).newPage();
// The workbench looks for these two when it starts, so they have to be there before it does.
await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => process.exit(code));
await page.exposeFunction(
  "codeAutomationLog",
  (/** @type {string} */ type, /** @type {unknown[]} */ lines) => {
    // The rest is chatter about connections, and stack traces of VS Code's own; what the suite found is in its file.
    if (type === "error") console.error(String(lines[0]).split("\n")[0]);
  },
);
page.on("crash", () => fail("The page of the embedded VS Code crashed."));
await page.goto(
  server.address(positionals[0] ?? fail("No workspace was given."), [
    ["extensionDevelopmentPath", server.remote(argument("extensionDevelopmentPath"))],
    ["extensionTestsPath", server.remote(argument("extensionTestsPath"))],
    ["skipWelcome", "true"],
  ]),
);

/** @param {"extensionDevelopmentPath" | "extensionTestsPath" | "user-data-dir" | "extensions-dir"} name */
function argument(name) {
  const value = values[name];
  return typeof value === "string" ? value : fail(`--${name} is missing.`);
}
