/**
 * Runs the suites for browsers inside VS Code in a browser: `node scripts/testing/webSuite.mjs RESULTS`, where RESULTS is
 * the file that is left behind. Used by `npm test`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { findBrowser } from "../machine/browser.mjs";
import { fail } from "../machine/report.mjs";
import { root, sample } from "../machine/root.mjs";
import { scratchCopy } from "../machine/scratch.mjs";
import { copyPackagedExtension } from "../vscode/package.mjs";
import { launchBrowser } from "../vscode/page.mjs";
import { serveWebVSCode } from "../vscode/webServer.mjs";

/** Those for Node's extension host that need nothing of Node, and what is special in a browser. */
const suites = [
  "editor/singleFolder/fixes.test.ts",
  "editor/singleFolder/formats.test.ts",
  "editor/singleFolder/sample.test.ts",
  "editor/singleFolder/settings.test.ts",
  "editor/singleFolder/status.test.ts",
  "web/suites/virtualFolder.test.ts",
];

/** Mocha's file for browsers would take the exports of the whole bundle for its own. @type {import("esbuild").Plugin} */
const mochaForBrowsers = {
  name: "mocha",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `((exports, module) => {${readFileSync(path, "utf8")}\n}).call(globalThis);`,
    }));
  },
};

const [results] = process.argv.slice(2);
if (!results) fail("Usage: node scripts/testing/webSuite.mjs RESULTS");

const browser = await findBrowser();
if ("missing" in browser) {
  writeFileSync(results, JSON.stringify({ leftOut: browser.missing }));
  process.exit();
}
const extension = await copyPackagedExtension();
const { address } = await serveWebVSCode({
  extension,
  tests: await bundle(extension),
  folder: scratchCopy(sample, "sample"),
});
const page = await (await launchBrowser(browser.executable)).newPage();
// The workbench looks for these two when it starts, so they have to be there before it does.
await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => process.exit(code));
await page.exposeFunction(
  "codeAutomationLog",
  (/** @type {string} */ _type, /** @type {unknown[]} */ lines) => {
    const [, told] = /namesake-results (.*)/s.exec(lines.join(" ")) ?? [];
    if (told) writeFileSync(results, told);
  },
);
page.on("crash", () => fail("The page of VS Code crashed."));
await page.goto(address);

/**
 * One file, since an extension host in a browser loads no second one; within the extension, which alone is served.
 * @param {string} extension
 * @returns {Promise<string>}
 */
async function bundle(extension) {
  const outfile = join(extension, "suites.js");
  const imports = suites.map((path) => `await import("./${path}");`).join("\n");
  await build({
    stdin: {
      contents: `
        import { runSuites } from "./web/entry.ts";
        export const run = () => runSuites(async () => { ${imports} });
      `,
      resolveDir: join(root, "test"),
    },
    outfile,
    bundle: true,
    platform: "browser",
    target: "es2022",
    format: "cjs",
    external: ["vscode"],
    alias: { "node:assert/strict": join(root, "test", "web", "assert.ts") },
    plugins: [mochaForBrowsers],
    logLevel: "error",
  });
  return outfile;
}
