/** The unit and protocol tests. What runs inside an editor is started by `npm test`, which prepares the editor. */

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    dir: "test",
    exclude: ["editor/**", "editors/**", "person/**"],
    // What is expected of the command line is in English, whatever whoever runs the tests speaks.
    env: { LC_ALL: "C" },
    // Tests that hold a time compare two of them; this one is for what hangs, also on a machine that has much else to do.
    testTimeout: 20_000,
    // `npm test` measures it (`--coverage.enabled`). The files that are written at last show what no test reached.
    coverage: {
      include: ["server/src/core/**/*.ts"],
      reporter: ["json-summary", "html"],
      reportsDirectory: ".cache/coverage",
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
