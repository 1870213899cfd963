/**
 * Brings the tables of `data/sources` up to date with the public lists that go on: `npm run data:refresh -- FOLDER`.
 * The folder holds clones of hugovk/top-pypi-packages, prefix-dev/parselmouth and ossf/malicious-packages, of which the
 * newest commit is enough. `data/learn.ts` comes after it; `.github/workflows/data.yml` does both.
 */

import { refreshSources } from "./refreshSources.ts";

const folder = process.argv[2];
if (!folder) throw new Error("Name the folder with the clones of the lists: npm run data:refresh -- FOLDER");
try {
  for (const line of refreshSources("data", folder, new Date().toISOString().slice(0, 10))) console.log(line);
} catch (error) {
  console.error(`Nothing was changed. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
