/**
 * What VS Code calls inside its extension host: runs the test files that were bundled beside this one, and
 * leaves the results in the file that NAMESAKE_RESULTS names.
 */
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import * as vscode from "vscode";
import { runMocha } from "../support/mochaResults.ts";

/** Generous: a wait that ends is over long before, and continuous integration is slow. */
const timeout = 60_000;

/** How often a workspace file is touched, a second each time; the first is enough where the machine is not slow. */
const touches = 30;

export async function run(): Promise<void> {
  await recoverFolders();
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", timeout });
  for (const name of readdirSync(__dirname)) {
    if (name.endsWith(".test.js")) mocha.addFile(join(__dirname, name));
  }
  const results = await runMocha(mocha);
  const file = process.env.NAMESAKE_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(results));
  if (results.failures.length > 0) throw new Error(`${results.failures.length} failed`);
}

/**
 * Gives a window of a workspace file its folders where VS Code lost them while it started.
 *
 * code-server keeps its cache of workspace files on the server, as it does the files, so that the answers for both may come
 * in one frame. Then VS Code tells of the folders in the file when it has made the workspace from the cache, which holds
 * none yet, but has not put it in place: nothing takes them, and VS Code reads the file anew only where that changes.
 */
async function recoverFolders(): Promise<void> {
  const file = vscode.workspace.workspaceFile;
  const isLost = () => !vscode.workspace.workspaceFolders?.length;
  if (!file || !isLost()) return;
  // The stand-in shows errors only.
  console.error("VS Code lost the folders of the workspace file at its start; the file is touched.");
  for (let touched = 0; isLost(); touched++) {
    if (touched === touches) throw new Error(`VS Code has no folders of ${file.fsPath}.`);
    const now = new Date();
    utimesSync(file.fsPath, now, now);
    await setTimeout(1_000);
  }
}
