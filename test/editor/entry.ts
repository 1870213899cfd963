/**
 * What VS Code calls inside its extension host: runs the test files that were bundled beside this one, and
 * leaves the results in the file that NAMESAKE_RESULTS names.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Generous: a wait that ends is over long before, and continuous integration is slow. */
const timeout = 60_000;

export async function run(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", timeout });
  for (const name of readdirSync(__dirname)) {
    if (name.endsWith(".test.js")) mocha.addFile(join(__dirname, name));
  }
  const failures: { title: string; error: string }[] = [];
  let passed = 0;
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on("pass", () => {
        passed++;
      })
      .on("fail", (test, error: Error) => {
        failures.push({ title: test.fullTitle(), error: error.stack ?? String(error) });
      });
  });
  const results = process.env.NAMESAKE_RESULTS;
  if (results) writeFileSync(results, JSON.stringify({ passed, failures }));
  if (failures.length > 0) throw new Error(`${failures.length} failed`);
}
