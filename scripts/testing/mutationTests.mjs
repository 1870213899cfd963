/** How vitest runs the tests of one area for each mutant: in one go, in a fixed order, with the same samples, up to the first failure. */

import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import { areas } from "./mutationAreas.mjs";

const area = areas[process.env.NAMESAKE_MUTATION_AREA ?? ""];
if (!area) throw new Error("NAMESAKE_MUTATION_AREA names no area.");
const files = area.tests.map((name) => `test/core/${name}.test.ts`);

/** As the area lists them: vitest would begin with what took longest. */
class AsListed extends BaseSequencer {
  /**
   * @param {import("vitest/node").TestSpecification[]} found
   * @override
   */
  async sort(found) {
    /** @param {import("vitest/node").TestSpecification} file */
    const place = ({ moduleId }) => files.findIndex((file) => moduleId.endsWith(file));
    return found.toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: files,
    // The files of a run share their modules; the runner sees to it that runs do not.
    isolate: false,
    runner: "scripts/testing/mutantRunner.mjs",
    sequence: { sequencer: AsListed },
    setupFiles: ["scripts/testing/sameSamples.mjs"],
    // Whether a mutant runs for ever, Stryker decides, by what the tests took without it.
    testTimeout: 0,
    env: { LC_ALL: "C" },
  },
});
