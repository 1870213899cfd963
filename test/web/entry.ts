/** What VS Code calls inside its extension host in a browser: runs the suites, and says on the console how they went. */

// Sets the globals of Mocha, and `mocha` itself.
import "mocha/mocha.js";
import { runMocha } from "../support/mochaResults.ts";

/** Generous, as for the suites in Node's extension host. */
const timeout = 60_000;

/** Begins the one line of the console that tells the results. */
export const resultsMark = "namesake-results ";

/** @param load evaluates the test files */
export async function runSuites(load: () => Promise<unknown>): Promise<void> {
  // The reporters of Mocha need a page or a terminal.
  mocha.setup({ ui: "bdd", timeout, reporter: class {} as never });
  await load();
  const results = await runMocha(mocha);
  console.log(resultsMark + JSON.stringify(results));
  if (results.failures.length > 0) throw new Error(`${results.failures.length} failed`);
}
