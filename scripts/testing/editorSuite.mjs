/**
 * Runs one suite inside a real VS Code: `node scripts/testing/editorSuite.mjs SUITE RESULTS`, where SUITE is a folder
 * of test/editor and RESULTS the file that the suite writes. Used by `npm test`.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { findBrowser } from "../machine/browser.mjs";
import { fail, say } from "../machine/report.mjs";
import { cache, root, sample } from "../machine/root.mjs";
import { scratchCopy, scratchFolder } from "../machine/scratch.mjs";
import { makeUserData } from "../vscode/userData.mjs";

const [suite, results] = process.argv.slice(2);
if (!suite || !results) fail("Usage: node scripts/testing/editorSuite.mjs SUITE RESULTS");

const userData = makeUserData();
const editor = await findEditor();
if ("missing" in editor) {
  writeFileSync(results, JSON.stringify({ leftOut: editor.missing }));
  process.exit();
}
try {
  await runTests({
    vscodeExecutablePath: editor.executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundle(suite),
    extensionTestsEnv: { NAMESAKE_RESULTS: results, NAMESAKE_USER_DATA: userData },
    launchArgs: [
      makeWorkspace(suite),
      ...["--user-data-dir", userData],
      ...["--extensions-dir", scratchFolder()],
      // Other extensions, as on a person's machine, would make the result depend on it.
      "--disable-extensions",
    ],
  });
  process.exit();
} catch (error) {
  fail(String(error));
}

/**
 * The desktop VS Code where NAMESAKE_EDITOR asks for it, or where it can be shown and downloaded; else the stand-in.
 * @returns {Promise<{ executable: string } | { missing: string }>}
 */
async function findEditor() {
  const wish = process.env.NAMESAKE_EDITOR;
  const display = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (wish === "embedded" || (wish !== "desktop" && !display)) return findStandIn();
  try {
    return { executable: await downloadAndUnzipVSCode({ cachePath: join(cache, "vscode-desktop") }) };
  } catch (error) {
    const problem = `The desktop VS Code could not be downloaded (${error}).`;
    // Windows can start no program by its first line, as the stand-in is.
    if (wish === "desktop" || process.platform === "win32") return { missing: problem };
    say(`${problem} The embedded one runs the suite.`);
    return findStandIn();
  }
}

/** @returns {Promise<{ executable: string } | { missing: string }>} */
async function findStandIn() {
  const browser = await findBrowser();
  if ("missing" in browser) return browser;
  return { executable: fileURLToPath(new URL("../vscode/standIn.mjs", import.meta.url)) };
}

/**
 * Bundles each test file of a suite and the entry that runs them.
 * @param {string} suite
 * @returns {Promise<string>} the entry
 */
async function bundle(suite) {
  const source = join(root, "test", "editor");
  // Inside the extension's folder, so that `vscode` and the packages in node_modules resolve from here.
  const outdir = join(cache, "editor-suites", suite);
  // What is left of a suite that was deleted or renamed would run on.
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: [join(source, "entry.ts"), join(source, suite, "*.test.ts")],
    entryNames: "[name]",
    outdir,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "error",
  });
  return join(outdir, "entry.js");
}

/**
 * @param {string} suite
 * @returns {string} the folder or .code-workspace file to open
 */
function makeWorkspace(suite) {
  const folder = scratchCopy(sample, "sample");
  if (suite === "singleFolder") return folder;
  const other = join(folder, "..", "other");
  mkdirSync(other);
  writeFileSync(join(other, "requirements.txt"), "reqeusts\nflask\n");
  const file = join(folder, "..", "both.code-workspace");
  writeFileSync(file, `${JSON.stringify({ folders: [{ path: "sample" }, { path: "other" }] }, null, 2)}\n`);
  return file;
}
