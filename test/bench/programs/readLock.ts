/** The floor of an opened lock file: our own reader alone, `node readLock.js UV.LOCK TIMES`. Prints the milliseconds of each reading. */

import { readFileSync } from "node:fs";
import { readText } from "../../../server/src/core/check.ts";

const [path, times] = process.argv.slice(2);
const text = readFileSync(path!, "utf8");
const milliseconds = Array.from({ length: Number(times) }, () => {
  const started = performance.now();
  const { references } = readText({ path: "uv.lock", text });
  const time = performance.now() - started;
  if (references.length === 0) throw new Error("The reader found nothing.");
  return time;
});
process.stdout.write(JSON.stringify(milliseconds));
