/** How Stryker changes the sources of the area that NAMESAKE_MUTATION_AREA names; `npm run mutation` starts it. */
import { join } from "node:path";
import { cache } from "./scripts/machine/root.mjs";
import { areas } from "./scripts/testing/mutationAreas.mjs";

const name = process.env.NAMESAKE_MUTATION_AREA ?? "";
const leftBehind = join(cache, "mutation", name);

export default {
  mutate: areas[name]?.sources.map((pattern) => `server/src/core/${pattern}`),
  testRunner: "vitest",
  vitest: { configFile: "scripts/testing/mutationTests.mjs", related: false },
  coverageAnalysis: "perTest",
  // The tests run in a copy of the project, which is made here.
  tempDirName: join(cache, "stryker"),
  cleanTempDir: "always",
  ignorePatterns: ["/.cache", "/out"],
  // Stryker would rewrite it by means that TypeScript 7 no longer has; the copy needs no other.
  tsconfigFile: "none",
  disableTypeChecks: false,
  // Generous, since a machine that is busy for a moment must not pass for a test that fails.
  timeoutMS: 10_000,
  concurrency: Number(process.env.NAMESAKE_MUTATION_PROCESSES ?? 2),
  incremental: true,
  incrementalFile: `${leftBehind}.incremental.json`,
  logLevel: "warn",
  reporters: ["clear-text", "html", "json"],
  clearTextReporter: { allowColor: process.stdout.isTTY, logTests: false, reportTests: false },
  htmlReporter: { fileName: `${leftBehind}.html` },
  jsonReporter: { fileName: `${leftBehind}.json` },
};
