/**
 * `npm start [-- [--print] [PATH]]`: prints what Namesake finds in a folder and opens it in VS Code with the
 * extension loaded, until Ctrl+C. Without a path it shows a copy of the sample workspace.
 */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { installDependencies } from "./machine/dependencies.mjs";
import { run } from "./machine/processes.mjs";
import { fail, say } from "./machine/report.mjs";
import { root, sample } from "./machine/root.mjs";
import { scratchCopy } from "./machine/scratch.mjs";
import { findDesktopVSCode, openDesktopVSCode } from "./vscode/desktop.mjs";
import { packageExtension } from "./vscode/package.mjs";
import { startEmbeddedVSCode } from "./vscode/server.mjs";

const usage = "Usage: npm start [-- [--print] [PATH]]";

const { path, print } = readArguments();
await installDependencies();
await build();
await printFindings(path ?? sample);
if (!print) {
  try {
    await open(path ?? scratchCopy(sample, "sample"));
  } catch (error) {
    fail(String(error instanceof Error ? error.message : error));
  }
}
process.exit();

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { print: { type: "boolean" } },
    });
    if (positionals.length > 1) fail(usage);
    // npm changes into the repository; INIT_CWD is where the person typed the path.
    const path = positionals[0] && resolve(process.env.INIT_CWD ?? ".", positionals[0]);
    if (path && !statSync(path, { throwIfNoEntry: false })) fail(`There is no file or folder ${path}.`);
    return { path, print: values.print === true };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

async function build() {
  const { code, output } = await run(process.execPath, ["scripts/build.mjs"], { cwd: root });
  if (code !== 0) fail(`The build failed:\n${output}`);
}

/** @param {string} folder */
async function printFindings(folder) {
  const { code } = await run(process.execPath, ["dist/cli.js", "check", folder], { cwd: root, show: true });
  // 1 means that there are findings, which is what the sample is for.
  if (code > 1) process.exit(code);
}

/** @param {string} folder */
async function open(folder) {
  const code = findDesktopVSCode();
  if (code) {
    say(`Opening ${folder} in VS Code; close the window or press Ctrl+C to end.`);
    await openDesktopVSCode(code, folder, root);
    return;
  }
  const vsix = await packageExtension();
  const server = await startEmbeddedVSCode({ vsix });
  console.log(`\nVS Code with Namesake is open at\n\n  ${server.address(folder)}\n\nPress Ctrl+C to end.`);
  fail(`VS Code has ended by itself, with exit code ${await server.ended}.`);
}
