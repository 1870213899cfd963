/** The part `mutation`. */
import { join } from "node:path";
import { run } from "../machine/processes.mjs";
import { root } from "../machine/root.mjs";
import { limit } from "./outcome.mjs";

/**
 * Has the tests of each area notice small changes of its sources; an area passes where they notice enough of them.
 * @returns {Promise<import("./outcome.mjs").Outcome>}
 */
export async function runMutation() {
  const script = join(root, "scripts", "mutation.mjs");
  const { code, output } = await run(process.execPath, [script], { cwd: root, limit: 18 * limit });
  const areas = [...output.matchAll(/^mutation: .*$/gm)].map(([line]) => line);
  for (const line of areas) console.log(line);
  const failed = areas.filter((line) => line.endsWith("too few")).length;
  return { passed: areas.length - failed, failed: code !== 0 && failed === 0 ? 1 : failed, output };
}
