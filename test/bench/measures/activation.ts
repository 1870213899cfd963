/**
 * What the extension adds to the start of VS Code: `activate()` of the client inside a real extension host, its code loaded and
 * compiled on the way, beside an empty extension in the same host. Each round is a VS Code of its own, in which another empty
 * extension goes first, since the first activation of a host takes longer whatever it is; then both take turns.
 */

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { forNode } from "../../../scripts/build/bundles.mjs";
import { run } from "../../../scripts/machine/processes.mjs";
import { root } from "../../../scripts/machine/root.mjs";
import { scratchFolder } from "../../../scripts/machine/scratch.mjs";
import { findEditor } from "../../../scripts/testing/editor.mjs";
import { makeUserData } from "../../../scripts/vscode/userData.mjs";
import { filesMeantToShip } from "../../packaging/shipped.ts";
import type { Measure } from "../measure.ts";
import { aboveTheFloor } from "../statistics.ts";

const rounds = 5;
const publisher = "namesake-bench";
const runEditor = ["scripts/run.mjs", "test/bench/programs/runEditor.ts"];

export const activation: Measure = {
  id: "activation",
  title: "Activation in VS Code",
  async run() {
    const editor = await findEditor();
    if ("missing" in editor) return editor;
    const folder = scratchFolder();
    const extension = copyNamesake(join(folder, "namesake"));
    const installed = join(folder, "installed");
    for (const name of ["first", "empty"]) writeEmpty(join(installed, `${publisher}.${name}-0.0.0`), name);
    const suite = join(extension, "activate.js");
    const entryPoints = [join(root, "test", "bench", "programs", "activate.ts")];
    await build({ ...forNode, entryPoints, outfile: suite, external: ["vscode"] });
    const results = join(folder, "results.json");
    const workspace = join(folder, "workspace");
    mkdirSync(workspace);

    const ids = ["namesake", "empty"].map((name) => `${publisher}.${name}`);
    const samples: Record<string, number[]> = Object.fromEntries(ids.map((id) => [id, []]));
    for (let round = 0; round < rounds; round += 1) {
      const order = round % 2 === 0 ? ids : ids.toReversed();
      const activated = [`${publisher}.first`, ...order].join(",");
      const options = {
        vscodeExecutablePath: editor.executable,
        extensionDevelopmentPath: extension,
        extensionTestsPath: suite,
        extensionTestsEnv: { NAMESAKE_RESULTS: results, NAMESAKE_ACTIVATE: activated },
        launchArgs: [workspace, "--user-data-dir", makeUserData(), "--extensions-dir", installed],
      };
      const { code, output } = await run(process.execPath, [...runEditor, JSON.stringify(options)], {
        cwd: root,
        limit: 120_000,
      });
      if (code !== 0) throw new Error(`VS Code could not run the measure:\n${output}`);
      const times = JSON.parse(readFileSync(results, "utf8")) as Record<string, number>;
      for (const id of ids) samples[id]!.push(times[id]!);
    }
    const [ours, empty] = ids.map((id) => samples[id]!) as [number[], number[]];
    return {
      comparisons: [
        {
          what: "activate() called → resolved",
          unit: "ms",
          samples: ours,
          floors: [{ what: "an empty extension", samples: empty }],
          goals: [aboveTheFloor(ours, empty, 40, "ms")],
        },
      ],
    };
  },
};

/** The extension as it ships, but that nothing activates it before it is asked for. */
function copyNamesake(folder: string): string {
  for (const shipped of filesMeantToShip()) {
    // The tool that packages renames the texts about the extension, which play no part here.
    const file = shipped.replace(/^extension\//, "");
    if (!existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ ...manifest, name: "namesake", publisher, activationEvents: [] }),
  );
  return folder;
}

function writeEmpty(folder: string, name: string): void {
  const manifest = { name, publisher, version: "0.0.0", main: "./main.js", activationEvents: [] };
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ ...manifest, engines: { vscode: "^1.91.0" } }),
  );
  writeFileSync(join(folder, "main.js"), "exports.activate = () => {};\n");
}
