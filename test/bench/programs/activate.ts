/**
 * What VS Code calls inside its extension host for the measure `activation`: activates the extensions that NAMESAKE_ACTIVATE names,
 * one after the other, and leaves the milliseconds of each in the file that NAMESAKE_RESULTS names.
 */

import { writeFileSync } from "node:fs";
import { extensions } from "vscode";

/** In milliseconds: the extension host's own start is over then, as it is when VS Code activates what waits for that. */
const startUp = 1_500;

export async function run(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, startUp));
  const milliseconds: Record<string, number> = {};
  for (const id of process.env.NAMESAKE_ACTIVATE!.split(",")) {
    const extension = extensions.getExtension(id);
    if (!extension) throw new Error(`VS Code does not have ${id}.`);
    if (extension.isActive) throw new Error(`${id} is active before it is asked for.`);
    const started = performance.now();
    await extension.activate();
    milliseconds[id] = performance.now() - started;
  }
  writeFileSync(process.env.NAMESAKE_RESULTS!, JSON.stringify(milliseconds));
}
