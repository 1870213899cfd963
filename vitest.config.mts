/** The unit and protocol tests. What runs inside an editor is started by `npm test`, which prepares the editor. */

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { dir: "test", exclude: ["editor/**", "person/**"] },
});
