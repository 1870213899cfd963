/** Where things are, as absolute paths. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** What may be downloaded or made again at any time; git ignores it. */
export const cache = join(root, ".cache");

/** The workspace that `npm start` shows and the editor suites work on. */
export const sample = join(root, "test", "fixtures", "sample");
