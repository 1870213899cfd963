/** How vitest runs the tests of one area for each mutant: in one go, in a fixed order, with the same samples. */

import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import { areas, timed } from "./mutationAreas.mjs";

const area = areas[process.env.NAMESAKE_MUTATION_AREA ?? ""];
if (!area) throw new Error("NAMESAKE_MUTATION_AREA names no area.");

/** @param {string} pattern below `test/core` */
const testFiles = (pattern) => `test/core/${pattern}.test.ts`;

/** By name: vitest would begin with what took longest, and a mutant is done with at its first failure. */
class ByName extends BaseSequencer {
  /**
   * @param {import("vitest/node").TestSpecification[]} files
   * @override
   */
  async sort(files) {
    return files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  test: {
    include: area.tests.map(testFiles),
    exclude: timed.map(testFiles),
    // The files of a run share their modules; each mutant has a run of its own all the same.
    isolate: false,
    sequence: { sequencer: ByName },
    setupFiles: ["scripts/testing/sameSamples.mjs"],
    env: { LC_ALL: "C" },
  },
});
