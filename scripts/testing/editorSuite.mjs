/**
 * Runs one suite inside a real VS Code: `node scripts/testing/editorSuite.mjs SUITE RESULTS`, where SUITE is a folder
 * of test/editor and RESULTS the file that the suite writes. Used by `npm test`.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { fail } from "../machine/report.mjs";
import { cache, root, sample } from "../machine/root.mjs";
import { scratchCopy, scratchFolder } from "../machine/scratch.mjs";
import { makeUserData } from "../vscode/userData.mjs";
import { findEditor } from "./editor.mjs";

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
