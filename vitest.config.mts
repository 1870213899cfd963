/** The unit and protocol tests. What runs inside an editor is started by `npm test`, which prepares the editor. */

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    dir: "test",
    exclude: ["editor/**", "editors/**", "person/**"],
    // What is expected of the command line is in English, whatever whoever runs the tests speaks.
    env: { LC_ALL: "C" },
  },
});
