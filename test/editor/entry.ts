/**
 * What VS Code calls inside its extension host: runs the test files that were bundled beside this one, and
 * leaves the results in the file that NAMESAKE_RESULTS names.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runMocha } from "../support/mochaResults.ts";

/** Generous: a wait that ends is over long before, and continuous integration is slow. */
const timeout = 60_000;

export async function run(): Promise<void> {
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
